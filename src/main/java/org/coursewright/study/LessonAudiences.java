package org.coursewright.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.coursewright.school.School;
import org.coursewright.video.Audience;
import org.coursewright.video.Audiences;
import org.coursewright.video.Video;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts who watched what, in one statement whose answer is small however many they are. A range counts one more where
/// it begins and one less where it ends, so the sum up to a second is how many watched that second.
@Repository
class LessonAudiences implements Audiences {

    private static final int LESSONS = 20;

    private final JdbcClient jdbc;

    LessonAudiences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Audience> of(School school, Video video) {
        int seconds = (int) Math.ceil(video.length().toMillis() / 1000.0);
        if (seconds == 0) return List.of();
        return jdbc.sql("""
                        with shown as (
                            select lesson.content_id as lesson_id, lesson.title, course.title as course,
                                   row_number() over (
                                       order by course.position, section_position, lesson.position) as place
                            from lesson
                            join course on course.school_id = :school and course.content_id = lesson.course_id
                            where lesson.school_id = :school and lesson.video_hash = :video and lesson.live and course.live
                            order by place
                            limit :lessons
                        ), seen as (
                            select lesson_id, watched * int4multirange(int4range(0, :seconds)) as watched
                            from progress
                            join student on student.school_id = :school and student.id = progress.student_id
                            where progress.school_id = :school and lesson_id in (select lesson_id from shown)
                              and coalesce(progress.video_hash, :video) = :video and not student.trial
                        ), reached as (
                            select lesson_id, count(*) as students,
                                   percentile_disc(0.5) within group (order by upper(watched)) as half
                            from seen
                            where not isempty(watched)
                            group by lesson_id
                        ), change as (
                            select lesson_id, second, sum(step) as students
                            from seen
                            cross join unnest(watched) as part
                            cross join lateral (values (lower(part), 1), (upper(part), -1)) as edge (second, step)
                            group by lesson_id, second
                        ), present as (
                            select lesson_id, second,
                                   coalesce(sum(change.students) over (
                                       partition by lesson_id order by second), 0) as students
                            from shown
                            cross join generate_series(0, :seconds - 1) as second
                            left join change using (lesson_id, second)
                        ), part as (
                            select lesson_id, second::bigint * :parts / :seconds as number, avg(students)::float8 as students
                            from present
                            group by lesson_id, number
                        )
                        select title, course, coalesce(reached.students, 0) as students, coalesce(half, 0) as half,
                               (select array_agg(part.students order by number) from part
                                where part.lesson_id = shown.lesson_id) as parts
                        from shown
                        left join reached using (lesson_id)
                        order by place
                        """)
                .param("school", school.id())
                .param("video", video.hash().hex())
                .param("lessons", LESSONS)
                .param("seconds", seconds)
                .param("parts", Math.min(Audience.PARTS, seconds))
                .query((row, _) -> read(row, video.length()))
                .list();
    }

    private static Audience read(ResultSet row, Duration length) throws SQLException {
        return new Audience(
                row.getString("title"),
                row.getString("course"),
                row.getInt("students"),
                Duration.ofSeconds(row.getLong("half")),
                List.of((Double[]) row.getArray("parts").getArray()),
                length);
    }
}
