package org.coursewright.study;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.coursewright.identity.Student;
import org.coursewright.school.School;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Remembers which lesson a student opened last, so that "Continue" leads there. Opening it again within a few minutes
/// writes nothing.
@Repository
class Visits {

    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Cache<String, Long> latest = Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(PAUSE)
            .build();

    Visits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(School school, Student student, LessonState state) {
        var key = school.id() + " " + student.id() + " " + state.courseId();
        if (Long.valueOf(state.lessonId()).equals(latest.getIfPresent(key))) return;
        jdbc.sql("""
                        insert into progress (school_id, student_id, lesson_id, course_id, version_id, seen_at)
                        values (:school, :student, :lesson, :course, :version, db_now())
                        on conflict (school_id, student_id, lesson_id) do update
                        set seen_at = excluded.seen_at, course_id = excluded.course_id, version_id = excluded.version_id
                        """)
                .param("school", school.id())
                .param("student", student.id())
                .param("lesson", state.lessonId())
                .param("course", state.courseId())
                .param("version", state.lessonVersionId())
                .update();
        latest.put(key, state.lessonId());
    }
}
