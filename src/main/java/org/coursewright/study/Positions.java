package org.coursewright.study;

import org.coursewright.identity.Student;
import org.coursewright.school.School;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Keeps where students stand in videos. Ranges are added up, so that saying them twice says them once, until the
/// lesson shows another video; of two devices the one that stood somewhere last is believed, whichever of them says so
/// last.
@Repository
class Positions {

    private final JdbcClient jdbc;
    private final Completions completions;

    Positions(JdbcClient jdbc, Completions completions) {
        this.jdbc = jdbc;
        this.completions = completions;
    }

    /// A lesson is done when this brings what was seen to 90 % of its seconds, or the player to the last ten of them.
    /// What lies behind the end of the video counts for nothing, as does all of a video whose length is not known.
    @Transactional
    void save(School school, Student student, LessonState lesson, Position position) {
        var length = lesson.length().toMillis() / 1000.0;
        var at = length > 0 ? Math.min(position.seconds(), length) : position.seconds();
        var step = jdbc.sql("""
                        with shown as (
                            select video_hash from lesson where school_id = :school and content_id = :lesson
                        ), before as (
                            select watched, position_seconds from progress
                            join shown on coalesce(progress.video_hash, shown.video_hash) is not distinct from shown.video_hash
                            where school_id = :school and student_id = :student and lesson_id = :lesson
                        ), told as (
                            insert into progress (school_id, student_id, lesson_id, course_id, version_id, position_seconds,
                                                  watched, video_hash, position_at, seen_at)
                            values (:school, :student, :lesson, :course, :version, :seconds,
                                    :watched::int4multirange * int4multirange(int4range(0, :end)),
                                    (select video_hash from shown),
                                    db_now() - :age * interval '1 second', db_now() - :age * interval '1 second')
                            on conflict (school_id, student_id, lesson_id) do update
                            set position_seconds = case
                                    when excluded.position_at >= coalesce(progress.position_at, '-infinity')
                                    then excluded.position_seconds else progress.position_seconds end,
                                position_at = greatest(progress.position_at, excluded.position_at),
                                watched = excluded.watched + case
                                    when coalesce(progress.video_hash, excluded.video_hash)
                                         is not distinct from excluded.video_hash
                                    then progress.watched else '{}' end,
                                video_hash = excluded.video_hash,
                                course_id = excluded.course_id, version_id = excluded.version_id,
                                seen_at = greatest(progress.seen_at, excluded.seen_at)
                            returning watched
                        )
                        select (select coalesce(sum(upper(part) - lower(part)), 0)
                                from before, unnest(before.watched) as part) as seen_before,
                               (select coalesce(sum(upper(part) - lower(part)), 0)
                                from unnest(told.watched) as part) as seen,
                               coalesce((select position_seconds from before), 0) as position_before
                        from told
                        """)
                .param("school", school.id())
                .param("student", student.id())
                .param("lesson", lesson.lessonId())
                .param("course", lesson.courseId())
                .param("version", lesson.lessonVersionId())
                .param("seconds", position.ended() ? 0 : at)
                .param("watched", position.watched())
                .param("end", (int) Math.ceil(length))
                .param("age", position.age())
                .query((row, _) -> new WatchStep(row.getLong("seen_before"), row.getLong("seen"),
                        row.getDouble("position_before"), at, position.ended()))
                .single();
        if (step.completes(lesson.length())) completions.add(school, student, lesson);
    }
}
