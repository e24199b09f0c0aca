package org.coursewright.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The record of what people did. An entry belongs to the transaction of the deed: both are there, or neither.
@Repository
public class Audit {

    static final int PAGE = 50;

    private final JdbcClient jdbc;

    Audit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param school null = of the platform
    /// @param by who, for people
    /// @param subject what it was done to
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(@Nullable School school, String by, Deed deed, String subject, String detail) {
        jdbc.sql("""
                        insert into audit_entry (school_id, at, actor, action, subject, detail)
                        values (:school, db_now(), :by, :deed, :subject, jsonb_build_object('text', :detail::text))
                        """)
                .param("school", school == null ? null : school.id())
                .param("by", by)
                .param("deed", deed.column())
                .param("subject", subject)
                .param("detail", detail)
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void record(@Nullable School school, String by, Deed deed, String subject) {
        record(school, by, deed, subject, "");
    }

    /// What happened at one school.
    public AuditPage page(School school, int number) {
        return read(number, school);
    }

    /// What happened at all schools and on the platform.
    public AuditPage page(int number) {
        return read(number, null);
    }

    private AuditPage read(int number, @Nullable School school) {
        int page = Math.clamp(number, 0, 100_000);
        var entries = jdbc.sql("""
                        select audit_entry.id, at, slug, actor, action, subject, detail ->> 'text' as detail
                        from audit_entry
                        left join school on school.id = school_id
                        where :school::bigint is null or school_id = :school
                        order by at desc, audit_entry.id desc
                        limit :limit offset :skipped
                        """)
                .param("school", school == null ? null : school.id())
                .param("limit", PAGE + 1)
                .param("skipped", (long) page * PAGE)
                .query(Audit::entry)
                .list();
        return new AuditPage(entries.stream().limit(PAGE).toList(), page, entries.size() > PAGE);
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        var school = row.getString("slug");
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                school == null ? null : new Slug(school),
                row.getString("actor"),
                Deed.of(row.getString("action")),
                row.getString("subject"),
                row.getString("detail"));
    }
}
