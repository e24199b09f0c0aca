package org.coursewright.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.coursewright.audit.Audit;
import org.coursewright.audit.Deed;
import org.coursewright.platform.Hash;
import org.coursewright.platform.RandomCode;
import org.coursewright.school.School;
import org.coursewright.school.Schools;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Bearer tokens of schools. The table knows only their hashes.
@Repository
public class ApiTokens {

    /// Begins every token, so that people and scanners of secrets know one when they see it.
    private static final String PREFIX = "cw_";
    private static final String SCHEME = "Bearer ";
    private static final int TOKEN_BYTES = 30;

    private final JdbcClient jdbc;
    private final Schools schools;
    private final Audit audit;

    ApiTokens(JdbcClient jdbc, Schools schools, Audit audit) {
        this.jdbc = jdbc;
        this.schools = schools;
        this.audit = audit;
    }

    /// @param account whom it belongs to; null = the school, and the command line makes it
    /// @param name what it is for, in its owner's words
    /// @return the token itself, which is never shown again
    @Transactional
    public String create(
            School school, @Nullable Account account, String name, Collection<String> scopes, Duration life) {
        if (!ApiToken.SCOPES.containsAll(scopes)) throw new IllegalArgumentException("unknown scopes: " + scopes);
        var token = PREFIX + RandomCode.of(TOKEN_BYTES);
        jdbc.sql("""
                        insert into api_token (school_id, account_id, name, token_hash, scopes, created_at, expires_at)
                        values (:school, :account, :name, :hash, :scopes, db_now(),
                                db_now() + make_interval(secs => :life))
                        """)
                .param("school", school.id())
                .param("account", account == null ? null : account.id())
                .param("name", name)
                .param("hash", Hash.of(token).bytes())
                .param("scopes", scopes.toArray(String[]::new))
                .param("life", (double) life.toSeconds())
                .update();
        var by = account == null ? "command line" : account.email().value();
        audit.record(school, by, Deed.TOKEN_MADE, name, String.join(", ", new TreeSet<>(scopes)));
        return token;
    }

    /// The token in the `Authorization` header, while it is good.
    public Optional<ApiToken> find(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        if (header == null || !header.startsWith(SCHEME)) return Optional.empty();
        return find(header.substring(SCHEME.length()).strip());
    }

    /// The token behind a secret, while it is good.
    public Optional<ApiToken> find(String token) {
        var hash = Hash.of(token).bytes();
        var found = jdbc.sql("""
                        select api_token.*, coalesce(account.email, '') as owner,
                               coalesce(used_at < (select db_now()) - interval '10 minutes', true) as stale
                        from api_token
                        left join account on account.id = api_token.account_id
                        where token_hash = :hash and revoked_at is null and expires_at > (select db_now())
                        """)
                .param("hash", hash)
                .query((row, _) -> new Seen(read(schools.get(row.getLong("school_id")), row), row.getBoolean("stale")))
                .optional();
        found.filter(Seen::stale).ifPresent(seen -> touch(seen.token()));
        return found.map(Seen::token);
    }

    /// The good ones of a school, the newest first.
    public List<ApiToken> all(School school) {
        return jdbc.sql("""
                        select api_token.*, coalesce(account.email, '') as owner
                        from api_token
                        left join account on account.id = api_token.account_id
                        where school_id = :school and revoked_at is null and expires_at > (select db_now())
                        order by api_token.created_at desc, api_token.id desc
                        limit 1000
                        """)
                .param("school", school.id())
                .query((row, _) -> read(school, row))
                .list();
    }

    /// @param by who ends it, for people
    @Transactional
    public void revoke(School school, long id, String by) {
        jdbc.sql("""
                        update api_token set revoked_at = db_now()
                        where school_id = :school and id = :id and revoked_at is null
                        returning name
                        """)
                .param("school", school.id())
                .param("id", id)
                .query((row, _) -> row.getString("name"))
                .optional()
                .ifPresent(name -> audit.record(school, by, Deed.TOKEN_ENDED, name));
    }

    private void touch(ApiToken token) {
        jdbc.sql("update api_token set used_at = db_now() where school_id = :school and id = :id")
                .param("school", token.school().id())
                .param("id", token.id())
                .update();
    }

    private static ApiToken read(School school, ResultSet row) throws SQLException {
        var usedAt = row.getObject("used_at", OffsetDateTime.class);
        return new ApiToken(
                row.getLong("id"),
                school,
                row.getString("name"),
                row.getString("owner"),
                Set.of((String[]) row.getArray("scopes").getArray()),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                usedAt == null ? null : usedAt.toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private record Seen(ApiToken token, boolean stale) {}
}
