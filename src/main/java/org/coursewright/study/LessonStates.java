package org.coursewright.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.coursewright.identity.Student;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The read of the lesson page, in one statement. Only an address that is not one of today takes a second.
@Repository
class LessonStates {

    private static final String STATE = """
            select course.content_id as course_id, course.slug as course_slug,
                   course.version_id as course_version, lesson.content_id as lesson_id,
                   lesson.slug as lesson_slug, lesson.version_id as lesson_version, lesson.free,
                   coalesce(told.position_seconds, 0) as position,
                   extract(epoch from db_now() - told.position_at) as position_age,
                   coalesce((
                       select millis from video
                       where video.school_id = :school and video.hash = lesson.video_hash), 0) as millis,
            """ + Standing.COLUMNS + """
            from course
            join lesson on lesson.school_id = :school and lesson.course_id = course.content_id
            left join progress told on told.school_id = :school and told.student_id = :student
                  and told.lesson_id = lesson.content_id
            where course.school_id = :school
            """;

    private static final String LIVE = STATE + """
            and course.slug = :course and course.live and lesson.slug = :lesson and lesson.live
            """;

    private static final String FORMER = """
            with found as (
                select content_id, 0 as age from course
                where school_id = :school and slug = :course and live
                union all
                select content_id, 1 from former_slug
                where school_id = :school and kind = 'course' and parent_id = 0 and slug = :course
                union all
                select content_id, 2 from course
                where school_id = :school and slug = :course and not live
                order by age limit 1
            ), part as (
                select lesson.content_id, 0 as age from lesson join found on course_id = found.content_id
                where school_id = :school and slug = :lesson and live
                union all
                select former_slug.content_id, 1 from former_slug join found on parent_id = found.content_id
                where school_id = :school and kind = 'lesson' and slug = :lesson
                union all
                select lesson.content_id, 2 from lesson join found on course_id = found.content_id
                where school_id = :school and slug = :lesson and not live
                order by age limit 1
            )
            """ + STATE + """
            and lesson.content_id = (select content_id from part)
            """;

    private final JdbcClient jdbc;

    LessonStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A lesson by the slugs that it has or had.
    Optional<LessonState> find(School school, Student student, Slug course, Slug lesson) {
        return ask(LIVE, school, student, course, lesson).or(() -> ask(FORMER, school, student, course, lesson));
    }

    private Optional<LessonState> ask(String sql, School school, Student student, Slug course, Slug lesson) {
        return jdbc.sql(sql)
                .param("school", school.id())
                .param("student", student.id())
                .param("course", course.value())
                .param("lesson", lesson.value())
                .query(LessonStates::read)
                .optional();
    }

    private static LessonState read(ResultSet row, int number) throws SQLException {
        return new LessonState(
                row.getLong("course_id"),
                row.getString("course_slug"),
                row.getLong("course_version"),
                row.getLong("lesson_id"),
                row.getString("lesson_slug"),
                row.getLong("lesson_version"),
                row.getBoolean("enrolled"),
                row.getBoolean("free"),
                row.getBoolean("enrollable"),
                Set.of((Long[]) row.getArray("done").getArray()),
                row.getDouble("position"),
                age(row),
                Duration.ofMillis(row.getLong("millis")));
    }

    private static @Nullable Duration age(ResultSet row) throws SQLException {
        var seconds = row.getDouble("position_age");
        return row.wasNull() ? null : Duration.ofMillis((long) (1000 * Math.max(0, seconds)));
    }
}
