package org.coursewright.identity;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.coursewright.audit.Audit;
import org.coursewright.audit.Deed;
import org.coursewright.platform.Hash;
import org.coursewright.platform.RandomCode;
import org.coursewright.platform.Settings;
import org.coursewright.school.School;
import org.coursewright.school.Schools;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Signs a terminal in: it shows a code, its person approves that code in a browser, it fetches a token. The token is
/// made when it is fetched, and kept nowhere.
@Repository
public class DeviceLogins {

    private static final int PATIENCE_SECONDS = 900;
    private static final int INTERVAL_SECONDS = 2;
    private static final int DEVICE_BYTES = 30;
    private static final int CODE_LENGTH = 8;

    /// In 15 minutes: a class room behind one address is fewer.
    private static final int MOST_FROM_ONE_PLACE = 40;
    private static final Duration TOKEN_LIFE = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final Schools schools;
    private final Accounts accounts;
    private final ApiTokens tokens;
    private final Settings settings;
    private final Audit audit;

    DeviceLogins(
            JdbcClient jdbc,
            Schools schools,
            Accounts accounts,
            ApiTokens tokens,
            Settings settings,
            Audit audit) {
        this.jdbc = jdbc;
        this.schools = schools;
        this.accounts = accounts;
        this.tokens = tokens;
        this.settings = settings;
        this.audit = audit;
    }

    /// Begins one.
    ///
    /// @param from address of who asks
    /// @return absent where too many were begun from there lately
    Optional<DeviceStart> start(String from) {
        var device = RandomCode.of(DEVICE_BYTES);
        var code = RandomCode.readable(CODE_LENGTH);
        int begun = jdbc.sql("""
                        insert into device_login (device_hash, user_code, asked_from, created_at, expires_at)
                        select :hash, :code, :from, db_now(), db_now() + make_interval(secs => :patience)
                        where (select count(*) from device_login
                               where asked_from = :from and created_at > (select db_now()) - interval '15 minutes') < :most
                        """)
                .param("hash", Hash.of(device).bytes())
                .param("code", code)
                .param("from", from)
                .param("patience", (double) PATIENCE_SECONDS)
                .param("most", MOST_FROM_ONE_PLACE)
                .update();
        if (begun == 0) return Optional.empty();
        var shown = shown(code);
        return Optional.of(new DeviceStart(
                device, shown, settings.platformUrl("/device?code=" + shown), INTERVAL_SECONDS, PATIENCE_SECONDS));
    }

    /// Whether a terminal waits with this code.
    boolean isWaiting(String code) {
        return jdbc.sql("""
                        select exists (
                            select from device_login
                            where user_code = :code and approved_at is null and expires_at > (select db_now())
                        ) as waiting
                        """)
                .param("code", plain(code))
                .query((row, _) -> row.getBoolean("waiting"))
                .single();
    }

    /// @return whether a terminal waited with this code
    @Transactional
    boolean approve(String code, School school, Account account) {
        boolean waited = jdbc.sql("""
                        update device_login
                        set school_id = :school, account_id = :account, approved_at = db_now()
                        where user_code = :code and approved_at is null and expires_at > (select db_now())
                        """)
                .param("school", school.id())
                .param("account", account.id())
                .param("code", plain(code))
                .update() == 1;
        if (waited) audit.record(school, account.email().value(), Deed.TERMINAL_LET_IN, shown(plain(code)));
        return waited;
    }

    /// What the terminal hears; a token only once.
    @Transactional
    DeviceAnswer poll(String device) {
        var hash = Hash.of(device).bytes();
        var approved = jdbc.sql("""
                        update device_login set used_at = db_now()
                        where device_hash = :hash
                          and approved_at is not null
                          and used_at is null
                          and expires_at > (select db_now())
                        returning school_id, account_id
                        """)
                .param("hash", hash)
                .query((row, _) -> new Approved(row.getLong("school_id"), row.getLong("account_id")))
                .optional();
        if (approved.isEmpty()) return isAlive(hash) ? DeviceAnswer.WAITING : DeviceAnswer.EXPIRED;
        var school = schools.get(approved.get().school());
        var account = accounts.find(approved.get().account()).orElse(null);
        return new DeviceAnswer(DeviceAnswer.State.APPROVED, school.slug().value(), token(school, account));
    }

    void sweep() {
        jdbc.sql("delete from device_login where expires_at < (select db_now()) - interval '1 day'").update();
    }

    private String token(School school, @Nullable Account account) {
        return tokens.create(school, account, "terminal", Set.of(ApiToken.PUSH, ApiToken.ENROL), TOKEN_LIFE);
    }

    private boolean isAlive(byte[] hash) {
        return jdbc.sql("""
                        select exists (
                            select from device_login
                            where device_hash = :hash and used_at is null and expires_at > (select db_now())
                        ) as alive
                        """)
                .param("hash", hash)
                .query((row, _) -> row.getBoolean("alive"))
                .single();
    }

    private static String shown(String code) {
        return code.substring(0, CODE_LENGTH / 2) + "-" + code.substring(CODE_LENGTH / 2);
    }

    private static String plain(String code) {
        return code.strip().toLowerCase(Locale.ROOT).replace("-", "").replace(" ", "");
    }

    private record Approved(long school, long account) {}
}
