package org.coursewright.mail;

import java.util.Optional;
import org.coursewright.platform.HealthCheck;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Whether mails leave.
@Repository
class MailHealth implements HealthCheck {

    private final JdbcClient jdbc;

    MailHealth(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String component() {
        return "mail";
    }

    @Override
    public Optional<String> fault() {
        int failed = jdbc.sql("""
                        select count(*) from mail
                        where state = 'failed' and created_at > now() - interval '1 hour'
                        """)
                .query((row, _) -> row.getInt(1))
                .single();
        return failed == 0 ? Optional.empty() : Optional.of(failed + " mails of the last hour could not be sent");
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
