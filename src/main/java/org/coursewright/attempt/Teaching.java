package org.coursewright.attempt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coursewright.course.Moment;
import org.coursewright.exam.TaskMaps;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which lessons teach which task of an exam, and from where in their video: those whose `covers` names it, or names what
/// it was in an older version.
@Repository
public class Teaching {

    private static final int MOST = 1_000;

    private final JdbcClient jdbc;
    private final TaskMaps maps;

    Teaching(JdbcClient jdbc, TaskMaps maps) {
        this.jdbc = jdbc;
        this.maps = maps;
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

    /// Task of the version that was attempted to its lessons, in the order of their courses.
    Map<String, List<Lesson>> lessons(School school, Attempt attempt) {
        var lessons = new HashMap<String, List<Lesson>>();
        jdbc.sql("""
                        select split_part(covered.key, '/', 2) as task, lesson.title,
                               '/learn/' || course.slug || '/' || lesson.slug as url,
                               (version.front -> 'moments' ->> covered.key)::int as second,
                               exam.version_id as exam_version_id, edition.slug as edition
                        from exam
                        left join exam_version as edition on edition.school_id = :school
                              and edition.content_id = :edition
                        cross join lesson
                        join course on course.school_id = :school and course.content_id = lesson.course_id and course.live
                        join version on version.school_id = :school and version.id = lesson.version_id
                        cross join jsonb_each_text(version.refs) as covered
                        where exam.school_id = :school and exam.content_id = :exam
                          and lesson.school_id = :school and lesson.live and covered.value = :exam::text
                          and covered.key like '%/%'
                        order by course.position, lesson.position
                        limit :most
                        """)
                .param("school", school.id())
                .param("exam", attempt.contentId())
                .param("edition", attempt.examVersionId())
                .param("most", MOST)
                .query(row -> {
                    var second = row.getObject("second", Integer.class);
                    var lesson = Lesson.of(row.getString("title"), row.getString("url"),
                            second == null ? null : new Moment(second));
                    for (var task : became(school, row))
                        lessons.computeIfAbsent(task, _ -> new ArrayList<>()).add(lesson);
                });
        return lessons;
    }

    private List<String> became(School school, ResultSet row) throws SQLException {
        var edition = row.getString("edition");
        var task = row.getString("task");
        return edition == null
                ? List.of(task)
                : maps.became(school, row.getLong("exam_version_id"), edition, task);
    }
}
