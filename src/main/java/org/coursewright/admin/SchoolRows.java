package org.coursewright.admin;

import java.time.OffsetDateTime;
import java.util.List;
import org.coursewright.platform.Slug;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The operator's list of schools, the newest first.
@Repository
class SchoolRows {

    private static final int MOST = 200;

    private final JdbcClient jdbc;

    SchoolRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SchoolRow> latest() {
        return jdbc.sql("""
                        select slug, name,
                               (select coalesce(string_agg(email, ', ' order by email), '')
                                from membership
                                join account on account.id = account_id
                                where membership.school_id = school.id and role = 'owner') as owners,
                               (select count(*) from course where course.school_id = school.id and live) as courses,
                               (select count(*) from student
                                where student.school_id = school.id and not trial) as students,
                               (select max(at) from publication
                                where publication.school_id = school.id) as published_at
                        from school
                        order by id desc
                        limit :most
                        """)
                .param("most", MOST)
                .query((row, _) -> {
                    var published = row.getObject("published_at", OffsetDateTime.class);
                    return new SchoolRow(
                            new Slug(row.getString("slug")),
                            row.getString("name"),
                            row.getString("owners"),
                            row.getInt("courses"),
                            row.getInt("students"),
                            published == null ? null : published.toInstant());
                })
                .list();
    }
}
