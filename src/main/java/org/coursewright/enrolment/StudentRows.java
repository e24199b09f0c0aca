package org.coursewright.enrolment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.coursewright.school.School;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The author's list of students: the newest first, a page at a time, one statement.
@Repository
class StudentRows {

    static final int PAGE = 50;

    private final JdbcClient jdbc;

    StudentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param search part of an address or a name, empty = all
    /// @param page 0 = the first; one row more than a page tells that there is another
    List<StudentRow> find(School school, String search, int page) {
        return jdbc.sql("""
                        select student.id, student.email, student.name,
                               (select max(seen_at) from session
                                where session.school_id = :school and session.student_id = student.id) as seen_at,
                               coalesce((
                                   select jsonb_agg(distinct jsonb_build_object(
                                              'courseId', course.content_id, 'title', course.title))
                                   from enrolment
                                   join course on course.school_id = :school and course.content_id = enrolment.content_id
                                   where enrolment.school_id = :school and enrolment.student_id = student.id
                                     and valid_from <= (select db_now()) and valid_until > (select db_now())), '[]') as courses
                        from student
                        where student.school_id = :school and not student.trial
                          and (:search = '' or strpos(student.email, lower(:search)) > 0
                               or strpos(lower(student.name), lower(:search)) > 0)
                        order by student.id desc
                        limit :limit offset :skipped
                        """)
                .param("school", school.id())
                .param("search", search)
                .param("limit", PAGE + 1)
                .param("skipped", (long) page * PAGE)
                .query(StudentRows::read)
                .list();
    }

    private static StudentRow read(ResultSet row, int number) throws SQLException {
        var seen = row.getObject("seen_at", OffsetDateTime.class);
        var courses = JsonMapper.shared().readValue(row.getString("courses"), StudentRow.Access[].class);
        return new StudentRow(
                row.getLong("id"),
                row.getString("email"),
                row.getString("name"),
                seen == null ? null : seen.toInstant(),
                List.copyOf(Arrays.asList(courses)));
    }
}
