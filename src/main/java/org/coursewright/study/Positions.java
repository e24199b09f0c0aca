package org.coursewright.study;

import org.coursewright.identity.Student;
import org.coursewright.school.School;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Keeps where students stand in videos. Ranges are added up, so that saying them twice says them once.
@Repository
class Positions {

    private static final double ENOUGH = 0.9;
    private static final double END_SECONDS = 10;

    private final JdbcClient jdbc;
    private final Completions completions;

    Positions(JdbcClient jdbc, Completions completions) {
        this.jdbc = jdbc;
        this.completions = completions;
    }

    /// A lesson is done when 90 % of its seconds were seen, or its last ten seconds are reached.
    @Transactional
    void save(School school, Student student, LessonState lesson, Position position) {
        long seen = jdbc.sql("""
                        insert into progress (school_id, student_id, lesson_id, course_id, version_id, position_seconds,
                                              watched, seen_at)
                        values (:school, :student, :lesson, :course, :version, :seconds, :watched::int4multirange, db_now())
                        on conflict (school_id, student_id, lesson_id) do update
                        set position_seconds = excluded.position_seconds, watched = progress.watched + excluded.watched,
                            course_id = excluded.course_id, version_id = excluded.version_id,
                            seen_at = excluded.seen_at
                        returning (select coalesce(sum(upper(part) - lower(part)), 0)
                                   from unnest(progress.watched) as part) as seen
                        """)
                .param("school", school.id())
                .param("student", student.id())
                .param("lesson", lesson.lessonId())
                .param("course", lesson.courseId())
                .param("version", lesson.lessonVersionId())
                .param("seconds", position.ended() ? 0 : position.seconds())
                .param("watched", position.watched())
                .query((row, _) -> row.getLong("seen"))
                .single();
        if (isDone(position, seen)) completions.add(school, student, lesson);
    }

    static boolean isDone(Position position, long seen) {
        if (position.ended()) return true;
        if (position.duration() <= 0) return false;
        return seen >= position.duration() * ENOUGH
                || (position.duration() > 3 * END_SECONDS && position.seconds() >= position.duration() - END_SECONDS);
    }
}
