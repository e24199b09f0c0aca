package org.coursewright.identity;

import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.Hash;
import org.coursewright.platform.RandomCode;
import org.coursewright.platform.Secrets;
import org.coursewright.platform.Signature;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Sign-in by mail: a link and a 6-digit code, good for 15 minutes, once. Only hashes are kept; a code is guessed at
/// most 5 times, and only in the browser that asked for it.
@Repository
class SignIns {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int TRIES = 5;
    private static final int MAILS_FOR_ADDRESS = 4;

    private final JdbcClient jdbc;
    private final SignInMails mails;
    private final SignInPolicy policy;
    private final Secrets secrets;
    private final int mailsFromPlace;

    SignIns(JdbcClient jdbc, SignInMails mails, SignInPolicy policy, Secrets secrets, IdentitySettings settings) {
        this.jdbc = jdbc;
        this.mails = mails;
        this.policy = policy;
        this.secrets = secrets;
        this.mailsFromPlace = settings.mailsFromPlace();
    }

    /// @param school null = on the platform
    /// @param from address of the network that the request came from
    @Transactional
    Asked ask(@Nullable School school, EmailAddress email, String from, String next) {
        var wait = wait(school, email, from);
        if (wait.isPresent()) return new Asked.Wait(wait.get());
        var link = RandomCode.of(24);
        var code = RandomCode.digits(6);
        var browser = RandomCode.of(18);
        jdbc.sql("""
                        insert into sign_in (school_id, email, token_hash, code_hash, browser_hash, asked_from, next,
                                             created_at, expires_at)
                        values (:school, :email, :token, :code, :browser, :from, :next,
                                db_now(), db_now() + interval '15 minutes')
                        """)
                .param("school", school == null ? null : school.id())
                .param("email", email.value())
                .param("token", Hash.of(link).bytes())
                .param("code", codeHash(email, code))
                .param("browser", Hash.of(browser).bytes())
                .param("from", from)
                .param("next", next)
                .update();
        if (policy.maySignIn(school, email)) mails.send(school, email, link, code);
        else
            mails.sayUnknown(email);
        return new Asked.Sent(browser);
    }

    /// Uses a link up.
    @Transactional
    Proof proveByLink(@Nullable School school, String link) {
        return jdbc.sql("""
                        update sign_in set used_at = db_now()
                        where token_hash = :token
                          and school_id is not distinct from :school::bigint
                          and used_at is null and expires_at > (select db_now())
                        returning email, next
                        """)
                .param("token", Hash.of(link).bytes())
                .param("school", school == null ? null : school.id())
                .query((row, _) -> (Proof) new Proof.Good(
                        new SignIn(school, new EmailAddress(row.getString("email")), row.getString("next"))))
                .optional()
                .orElseGet(Proof.Over::new);
    }

    /// Tries a code in the browser that asked for it, the newest mail first.
    @Transactional
    Proof proveByCode(@Nullable School school, String browser, String code) {
        var asked = jdbc.sql("""
                        select id, email, next, code_hash, tries
                        from sign_in
                        where browser_hash = :browser
                          and school_id is not distinct from :school::bigint
                          and used_at is null and expires_at > (select db_now()) and tries < :most
                        order by created_at desc
                        limit 1
                        for update
                        """)
                .param("browser", Hash.of(browser).bytes())
                .param("school", school == null ? null : school.id())
                .param("most", TRIES)
                .query((row, _) -> new Waiting(
                        row.getLong("id"),
                        new EmailAddress(row.getString("email")),
                        row.getString("next"),
                        row.getBytes("code_hash"),
                        row.getInt("tries")))
                .optional();
        if (asked.isEmpty()) return new Proof.Over();
        var waiting = asked.get();
        boolean good = MessageDigest.isEqual(codeHash(waiting.email(), code), waiting.codeHash());
        jdbc.sql("""
                        update sign_in set tries = tries + 1, used_at = case when :good then db_now() end
                        where id = :id
                        """)
                .param("good", good)
                .param("id", waiting.id())
                .update();
        if (good) return new Proof.Good(new SignIn(school, waiting.email(), waiting.next()));
        int left = TRIES - waiting.tries() - 1;
        return left == 0 ? new Proof.Over() : new Proof.Wrong(left);
    }

    /// Whether a link would be good, without using it: mail scanners open links too.
    boolean isGood(@Nullable School school, String link) {
        return jdbc.sql("""
                        select exists (
                            select from sign_in
                            where token_hash = :token
                              and school_id is not distinct from :school::bigint
                              and used_at is null and expires_at > (select db_now()))
                        """)
                .param("token", Hash.of(link).bytes())
                .param("school", school == null ? null : school.id())
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    void sweep() {
        jdbc.sql("delete from sign_in where expires_at < (select db_now()) - interval '1 day'").update();
    }

    private Optional<Duration> wait(@Nullable School school, EmailAddress email, String from) {
        long seconds = jdbc.sql("""
                        select greatest(
                            (select coalesce(extract(epoch from min(created_at) + :window::interval - db_now()), 0)
                             from (select created_at from sign_in
                                   where school_id is not distinct from :school::bigint and email = :email
                                     and created_at > (select db_now()) - :window::interval
                                   order by created_at desc limit :mails) as mine
                             having count(*) >= :mails),
                            (select coalesce(extract(epoch from min(created_at) + :window::interval - db_now()), 0)
                             from (select created_at from sign_in
                                   where asked_from = :from and created_at > (select db_now()) - :window::interval
                                   order by created_at desc limit :place) as here
                             having count(*) >= :place),
                            0)::bigint
                        """)
                .param("window", WINDOW.toSeconds() + " seconds")
                .param("school", school == null ? null : school.id())
                .param("email", email.value())
                .param("from", from)
                .param("mails", MAILS_FOR_ADDRESS)
                .param("place", mailsFromPlace)
                .query((row, _) -> row.getLong(1))
                .single();
        return seconds > 0 ? Optional.of(Duration.ofSeconds(seconds)) : Optional.empty();
    }

    /// Six digits are guessed in a moment from a plain hash: a secret goes in.
    private byte[] codeHash(EmailAddress email, String code) {
        var signature = new Signature(secrets.get("sign-in-code")).of(email + " " + code.replaceAll("\\D", ""));
        return Hash.of(signature).bytes();
    }

    private record Waiting(long id, EmailAddress email, String next, byte[] codeHash, int tries) {}
}
