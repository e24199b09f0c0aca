package org.coursewright.identity;

import java.util.Optional;
import org.coursewright.platform.Hash;
import org.coursewright.platform.RandomCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Where authors and operators are signed in, on the platform's host alone.
@Repository
class PlatformSessions {

    private static final int TOKEN_BYTES = 24;

    private final JdbcClient jdbc;

    PlatformSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return the value of the cookie, good for 30 days after the last visit
    String start(Account account, String device) {
        var token = RandomCode.of(TOKEN_BYTES);
        jdbc.sql("""
                        insert into platform_session (token_hash, account_id, device, created_at, seen_at, expires_at)
                        values (:hash, :account, :device, db_now(), db_now(), db_now() + interval '30 days')
                        """)
                .param("hash", Hash.of(token).bytes())
                .param("account", account.id())
                .param("device", device)
                .update();
        return token;
    }

    Optional<Account> find(String token) {
        var hash = Hash.of(token).bytes();
        var found = jdbc.sql("""
                        select account.id, account.email, account.name, account.operator,
                               seen_at < (select db_now()) - interval '10 minutes' as stale
                        from platform_session
                        join account on account.id = platform_session.account_id
                        where token_hash = :hash and expires_at > (select db_now())
                        """)
                .param("hash", hash)
                .query((row, number) -> new Seen(Accounts.read(row, number), row.getBoolean("stale")))
                .optional();
        found.filter(Seen::stale).ifPresent(_ -> touch(hash));
        return found.map(Seen::account);
    }

    void end(String token) {
        jdbc.sql("delete from platform_session where token_hash = :hash")
                .param("hash", Hash.of(token).bytes())
                .update();
    }

    void sweep() {
        jdbc.sql("delete from platform_session where expires_at < (select db_now())").update();
    }

    private void touch(byte[] hash) {
        jdbc.sql("""
                        update platform_session set seen_at = db_now(), expires_at = db_now() + interval '30 days'
                        where token_hash = :hash
                        """)
                .param("hash", hash)
                .update();
    }

    private record Seen(Account account, boolean stale) {}
}
