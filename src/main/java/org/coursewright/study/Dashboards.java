package org.coursewright.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.coursewright.identity.Student;
import org.coursewright.school.School;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What a student learns, in one statement.
@Repository
class Dashboards {

    private static final int MOST = 200;

    private static final String OWN = """
            select course.slug, course.title, course.summary, course.lesson_count,
            """ + EarnedCertificate.COLUMN + """
                   (select count(*) from completion
                    where completion.school_id = :school and completion.student_id = :student
                      and completion.course_id = course.content_id) as done,
                   latest.slug as lesson_slug, latest.title as lesson_title,
                   coalesce(latest.position_seconds, 0) as position
            from (
                select content_id from enrolment
                where school_id = :school and student_id = :student and content_id is not null
                  and valid_from <= (select db_now()) and valid_until > (select db_now())
                union
                select content_id from course
                where school_id = :school and live and exists (
                    select from enrolment
                    where school_id = :school and student_id = :student and content_id is null
                      and valid_from <= (select db_now()) and valid_until > (select db_now()))
            ) as mine
            join course on course.school_id = :school and course.content_id = mine.content_id
            left join lateral (
                select lesson.slug, lesson.title, position_seconds, seen_at
                from progress
                join lesson on lesson.school_id = :school and lesson.content_id = progress.lesson_id
                where progress.school_id = :school and progress.student_id = :student
                  and progress.course_id = course.content_id
                order by seen_at desc
                limit 1
            ) as latest on true
            order by latest.seen_at desc nulls last, course.position, course.content_id
            limit :most
            """;

    private final JdbcClient jdbc;

    Dashboards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The course that was open last first, then by the author's order.
    List<DashboardCourse> of(School school, Student student) {
        return jdbc.sql(OWN)
                .param("school", school.id())
                .param("student", student.id())
                .param("most", MOST)
                .query(Dashboards::read)
                .list();
    }

    /// Free courses to begin with, for those who have none yet.
    List<DashboardCourse> free(School school) {
        return jdbc.sql("""
                        select slug, title, summary, lesson_count, 0 as done, null as lesson_slug, null as lesson_title,
                               0 as position, null as certificate
                        from course
                        where school_id = :school and live and access = 'free'
                        order by position
                        limit 12
                        """)
                .param("school", school.id())
                .query(Dashboards::read)
                .list();
    }

    private static DashboardCourse read(ResultSet row, int number) throws SQLException {
        return new DashboardCourse(
                row.getString("slug"),
                row.getString("title"),
                row.getString("summary"),
                row.getInt("lesson_count"),
                row.getInt("done"),
                row.getString("lesson_slug"),
                row.getString("lesson_title"),
                row.getDouble("position"),
                EarnedCertificate.read(row));
    }
}
