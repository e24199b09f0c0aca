package org.coursewright.identity;

import java.time.Duration;
import java.util.Optional;
import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.Settings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The one-time link that makes the first operator; every node prints one at every start until there is one. Each works,
/// whichever of them the operator reads, and once one has, none does.
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
        return Optional
                .of(settings.platformUrl("/admin/welcome/" + tickets.issue(Tickets.OPERATOR, null, null, GOOD_FOR)));
    }

    /// @return the first operator; absent where the link is not good, or another was used before
    @Transactional
    public Optional<Account> use(String ticket, EmailAddress address) {
        if (!tickets.useForAll(Tickets.OPERATOR, ticket)) return Optional.empty();
        var account = accounts.ensure(address);
        accounts.makeOperator(account);
        return Optional.of(account);
    }
}
