package org.coursewright.attempt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coursewright.course.Moment;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which lessons teach which task of an exam, and from where in their video: those whose `covers` names it.
@Repository
public class Teaching {

    private static final int MOST = 1_000;

    private final JdbcClient jdbc;

    Teaching(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A lesson, and where to open it.
    ///
    /// @param from where in its video the task is taught, such as `4:12`; null = nobody said
    public record Lesson(String title, String url, @Nullable String from) {

        private static Lesson of(String title, String url, @Nullable Moment moment) {
            return moment == null
                    ? new Lesson(title, url, null)
                    : new Lesson(title, url + "?t=" + moment.second(), moment.clock());
        }
    }

    /// Task to its lessons, in the order of their courses.
    Map<String, List<Lesson>> lessons(School school, long examId) {
        var lessons = new HashMap<String, List<Lesson>>();
        jdbc.sql("""
                        select split_part(covered.key, '/', 2) as task, lesson.title,
                               '/learn/' || course.slug || '/' || lesson.slug as url,
                               (version.front -> 'moments' ->> covered.key)::int as second
                        from lesson
                        join course on course.school_id = :school and course.content_id = lesson.course_id and course.live
                        join version on version.school_id = :school and version.id = lesson.version_id
                        cross join jsonb_each_text(version.refs) as covered
                        where lesson.school_id = :school and lesson.live and covered.value = :exam::text
                          and covered.key like '%/%'
                        order by course.position, lesson.position
                        limit :most
                        """)
                .param("school", school.id())
                .param("exam", examId)
                .param("most", MOST)
                .query(row -> {
                    var second = row.getObject("second", Integer.class);
                    lessons.computeIfAbsent(row.getString("task"), _ -> new ArrayList<>())
                            .add(Lesson.of(row.getString("title"), row.getString("url"),
                                    second == null ? null : new Moment(second)));
                });
        return lessons;
    }
}
