package org.coursewright.content;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.coursewright.platform.RandomCode;
import org.coursewright.platform.Settings;
import org.coursewright.school.School;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Links to revisions that are not live: capabilities that expire after 14 days and can be revoked.
@Repository
public class Previews {

    private static final int CODE_LENGTH = 20;

    private final JdbcClient jdbc;
    private final Settings settings;

    Previews(JdbcClient jdbc, Settings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /// The preview behind a code, while it is good.
    public Optional<Preview> find(School school, String code) {
        return jdbc.sql("""
                        select code, revision_id, created_by, created_at, expires_at
                        from preview
                        where school_id = :school and code = :code and revoked_at is null and expires_at > (select db_now())
                        """)
                .param("school", school.id())
                .param("code", code)
                .query(Previews::read)
                .optional();
    }

    /// The good previews of a school, the newest first.
    public List<Preview> all(School school) {
        return jdbc.sql("""
                        select code, revision_id, created_by, created_at, expires_at
                        from preview
                        where school_id = :school and revoked_at is null and expires_at > (select db_now())
                        order by created_at desc
                        limit 1000
                        """)
                .param("school", school.id())
                .query(Previews::read)
                .list();
    }

    /// A preview of the revision that is good for 14 days; the one it has is prolonged.
    @Transactional
    public Preview create(School school, long revisionId, String by) {
        var prolonged = jdbc.sql("""
                        update preview set expires_at = db_now() + interval '14 days'
                        where school_id = :school and code = (
                            select code from preview
                            where school_id = :school
                              and revision_id = :revision
                              and revoked_at is null
                              and expires_at > (select db_now())
                            order by created_at desc
                            limit 1)
                        returning code, revision_id, created_by, created_at, expires_at
                        """)
                .param("school", school.id())
                .param("revision", revisionId)
                .query(Previews::read)
                .optional();
        return prolonged.orElseGet(() -> jdbc.sql("""
                        insert into preview (school_id, code, revision_id, created_by, created_at, expires_at)
                        values (:school, :code, :revision, :by, db_now(), db_now() + interval '14 days')
                        returning code, revision_id, created_by, created_at, expires_at
                        """)
                .param("school", school.id())
                .param("code", RandomCode.readable(CODE_LENGTH))
                .param("revision", revisionId)
                .param("by", by)
                .query(Previews::read)
                .single());
    }

    public void revoke(School school, String code) {
        jdbc.sql("""
                        update preview set revoked_at = db_now()
                        where school_id = :school and code = :code and revoked_at is null
                        """)
                .param("school", school.id())
                .param("code", code)
                .update();
    }

    /// Its address, on a host of its own.
    public String url(School school, Preview preview) {
        return settings.schoolUrl(preview.code() + "--" + school.slug(), "/");
    }

    private static Preview read(ResultSet row, int number) throws SQLException {
        return new Preview(
                row.getString("code"),
                row.getLong("revision_id"),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
