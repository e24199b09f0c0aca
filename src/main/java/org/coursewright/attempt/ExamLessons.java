package org.coursewright.attempt;

import java.util.Optional;
import org.coursewright.school.School;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Lessons that lead to an exam.
@Repository
public class ExamLessons {

    private final JdbcClient jdbc;

    ExamLessons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Where an exam is taken.
    public record Door(String title, String url) {}

    /// @return empty where the exam is not live
    public Optional<Door> find(School school, long lessonId) {
        return jdbc.sql("""
                        select exam.slug, exam.title
                        from lesson
                        join exam on exam.school_id = :school and exam.content_id = lesson.exam_id and exam.live
                        where lesson.school_id = :school and lesson.content_id = :lesson
                        """)
                .param("school", school.id())
                .param("lesson", lessonId)
                .query((row, _) -> new Door(row.getString("title"), "/exams/" + row.getString("slug") + "/attempts"))
                .optional();
    }
}
