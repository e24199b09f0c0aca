package org.coursewright.mail;

import java.time.Duration;
import java.util.Optional;
import org.coursewright.platform.HealthCheck;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Whether mails leave: the server lets us in, and has taken the mails of the last hour.
@Repository
class MailHealth implements HealthCheck {

    /// Twice a minute is what a mail server is asked, however often we are.
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final Mailbox mailbox;
    private volatile Asked asked = new Asked(Optional.empty(), System.nanoTime() - REMEMBERED.toNanos() - 1);

    private record Asked(Optional<String> fault, long at) {}

    MailHealth(JdbcClient jdbc, Mailbox mailbox) {
        this.jdbc = jdbc;
        this.mailbox = mailbox;
    }

    @Override
    public String component() {
        return "mail";
    }

    @Override
    public Optional<String> fault() {
        var known = asked;
        if (System.nanoTime() - known.at() > REMEMBERED.toNanos()) {
            known = new Asked(mailbox.fault(), System.nanoTime());
            asked = known;
        }
        return known.fault().or(this::failed);
    }

    private Optional<String> failed() {
        try {
            int failed = jdbc.sql("""
                            select count(*) from mail
                            where state = 'failed' and created_at > now() - interval '1 hour'
                            """)
                    .query((row, _) -> row.getInt(1))
                    .single();
            return failed == 0 ? Optional.empty() : Optional.of(failed + " mails of the last hour could not be sent");
        } catch (DataAccessException away) {
            return Optional.empty(); // a fault of the database, which is a component of its own
        }
    }

    @Override
    public String detail() {
        return jdbc.sql("""
                        select count(*) || ' sent in the last 24 hours' as detail
                        from mail
                        where state = 'sent' and created_at > now() - interval '24 hours'
                        """)
                .query((row, _) -> row.getString("detail"))
                .single();
    }
}
