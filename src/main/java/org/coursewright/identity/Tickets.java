package org.coursewright.identity;

import java.time.Duration;
import org.coursewright.platform.Hash;
import org.coursewright.platform.RandomCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Links that work once and for a short time.
@Repository
class Tickets {

    static final String OPERATOR = "operator";

    private final JdbcClient jdbc;

    Tickets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param subject of whom or what, by its purpose
    String issue(String purpose, @Nullable Long schoolId, @Nullable Long subject, Duration goodFor) {
        var ticket = RandomCode.of(24);
        jdbc.sql("""
                        insert into ticket (token_hash, purpose, school_id, subject, created_at, expires_at)
                        values (:hash, :purpose, :school, :subject, db_now(), db_now() + :goodFor::interval)
                        """)
                .param("hash", Hash.of(ticket).bytes())
                .param("purpose", purpose)
                .param("school", schoolId)
                .param("subject", subject)
                .param("goodFor", goodFor.toSeconds() + " seconds")
                .update();
        return ticket;
    }

    boolean isGood(String purpose, String ticket) {
        return jdbc.sql("""
                        select exists (
                            select from ticket
                            where token_hash = :hash and purpose = :purpose and used_at is null and expires_at > (select db_now()))
                        """)
                .param("hash", Hash.of(ticket).bytes())
                .param("purpose", purpose)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /// Uses it up, and with it all others of its purpose: of two that are used at the same moment one is too late.
    ///
    /// @return whether it was good
    boolean useForAll(String purpose, String ticket) {
        return jdbc.sql("""
                        delete from ticket
                        where purpose = :purpose and exists (
                            select from ticket as shown
                            where shown.token_hash = :hash and shown.purpose = :purpose
                              and shown.used_at is null and shown.expires_at > (select db_now()))
                        """)
                .param("hash", Hash.of(ticket).bytes())
                .param("purpose", purpose)
                .update() > 0;
    }
}
