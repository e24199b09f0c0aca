package org.coursewright.study;

import java.util.Optional;
import java.util.Set;
import org.coursewright.identity.Student;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The read of the course page, in one statement. Only an address that is not one of today takes a second.
@Repository
class CourseStates {

    private static final String STATE = """
            select course.content_id, course.slug, course.version_id, course.summary,
                   coalesce((
                       select lesson_id from progress
                       where school_id = :school and student_id = :student and course_id = course.content_id
                       order by seen_at desc limit 1), 0) as latest,
            """ + EarnedCertificate.COLUMN + Standing.COLUMNS + """
            from course
            where course.school_id = :school
            """;

    private static final String LIVE = STATE + """
            and course.slug = :course and course.live
            """;

    private static final String FORMER = """
            with found as (
                select content_id, 1 as age from former_slug
                where school_id = :school and kind = 'course' and parent_id = 0 and slug = :course
                union all
                select content_id, 2 from course
                where school_id = :school and slug = :course and not live
                order by age limit 1
            )
            """ + STATE + """
            and course.content_id = (select content_id from found)
            """;

    private final JdbcClient jdbc;

    CourseStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A course by the slug that it has or had.
    Optional<CourseState> find(School school, Student student, Slug course) {
        return ask(LIVE, school, student, course).or(() -> ask(FORMER, school, student, course));
    }

    private Optional<CourseState> ask(String sql, School school, Student student, Slug course) {
        return jdbc.sql(sql)
                .param("school", school.id())
                .param("student", student.id())
                .param("course", course.value())
                .query((row, _) -> new CourseState(
                        row.getLong("content_id"),
                        row.getString("slug"),
                        row.getLong("version_id"),
                        row.getString("summary"),
                        row.getBoolean("enrolled"),
                        row.getBoolean("enrollable"),
                        Set.of((Long[]) row.getArray("done").getArray()),
                        row.getLong("latest"),
                        EarnedCertificate.read(row)))
                .optional();
    }
}
