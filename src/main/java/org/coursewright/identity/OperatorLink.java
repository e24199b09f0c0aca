package org.coursewright.identity;

import java.time.Duration;
import java.util.Optional;
import org.coursewright.platform.Settings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The one-time link that makes the first operator; printed at every start until there is one.
@Component
public class OperatorLink {

    private static final Duration GOOD_FOR = Duration.ofDays(7);

    private final Accounts accounts;
    private final Tickets tickets;
    private final Settings settings;

    OperatorLink(Accounts accounts, Tickets tickets, Settings settings) {
        this.accounts = accounts;
        this.tickets = tickets;
        this.settings = settings;
    }

    /// @return absent once there is an operator
    @Transactional
    public Optional<String> fresh() {
        if (accounts.haveOperator()) return Optional.empty();
        tickets.revoke(Tickets.OPERATOR);
        return Optional
                .of(settings.platformUrl("/admin/welcome/" + tickets.issue(Tickets.OPERATOR, null, null, GOOD_FOR)));
    }
}
