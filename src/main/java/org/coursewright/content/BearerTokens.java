package org.coursewright.content;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.coursewright.platform.Hash;
import org.coursewright.school.Schools;
import org.coursewright.storage.UploadAccess;
import org.coursewright.storage.Uploader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who speaks for whom, by the `Authorization` header; also at the door of the uploads.
@Repository
public class BearerTokens implements UploadAccess {

    private static final String SCHEME = "Bearer ";

    private final JdbcClient jdbc;
    private final Schools schools;

    BearerTokens(JdbcClient jdbc, Schools schools) {
        this.jdbc = jdbc;
        this.schools = schools;
    }

    /// Absent when the request shows no token that is good now.
    public Optional<Bearer> bearer(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        if (header == null || !header.startsWith(SCHEME)) return Optional.empty();
        return jdbc.sql("""
                        select api_token.school_id, api_token.scopes, coalesce(account.email, api_token.name) as bearer
                        from api_token
                        left join account on account.id = api_token.account_id
                        where token_hash = :hash and revoked_at is null and expires_at > db_now()
                        """)
                .param("hash", Hash.of(header.substring(SCHEME.length()).strip()).bytes())
                .query((row, _) -> new Bearer(
                        schools.get(row.getLong("school_id")),
                        row.getString("bearer"),
                        Set.of((String[]) row.getArray("scopes").getArray())))
                .optional();
    }

    @Override
    public Optional<Uploader> find(HttpServletRequest request) {
        return bearer(request)
                .map(bearer -> new Uploader(bearer.school(), bearer.name(), bearer.may(Bearer.PUSH)));
    }
}
