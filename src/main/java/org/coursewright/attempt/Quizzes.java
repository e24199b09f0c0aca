package org.coursewright.attempt;

import java.math.BigDecimal;
import java.util.Optional;
import org.coursewright.exam.Forms;
import org.coursewright.identity.Student;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Quizzes of lessons: a form for each version of the lesson, and attempts in which each answer is explained.
@Repository
public class Quizzes {

    private final JdbcClient jdbc;
    private final Forms forms;
    private final Starts starts;

    Quizzes(JdbcClient jdbc, Forms forms, Starts starts) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.starts = starts;
    }

    /// How a student stands in a quiz.
    ///
    /// @param open code of the attempt that is not finished; empty = none
    /// @param last code of the newest that is; empty = none
    /// @param percent of its points
    public record Standing(String open, String last, int percent) {}

    public Standing standing(School school, Student student, long lessonId) {
        return jdbc.sql("""
                        select coalesce((
                                   select code from attempt
                                   where school_id = :school and student_id = :student and content_id = :lesson
                                     and state = 'OPEN'
                                   limit 1), '') as open,
                               coalesce(last.code, '') as last, coalesce(last.share, 0) as share
                        from (select 1) as one
                        left join lateral (
                            select code, latest.share
                            from attempt
                            join lateral (
                                select points / nullif(possible, 0) as share from attempt_score
                                where attempt_score.school_id = :school and attempt_score.attempt_id = attempt.id
                                order by revision desc
                                limit 1) as latest on true
                            where attempt.school_id = :school and attempt.student_id = :student
                              and attempt.content_id = :lesson
                            order by started_at desc
                            limit 1) as last on true
                        """)
                .param("school", school.id())
                .param("student", student.id())
                .param("lesson", lessonId)
                .query((row, _) -> new Standing(
                        row.getString("open"), row.getString("last"), percent(row.getBigDecimal("share"))))
                .single();
    }

    /// Begins the quiz of a lesson that is open to the student.
    ///
    /// @return the code of the attempt; empty where there is no such quiz for them
    @Transactional
    Optional<String> begin(School school, Student student, Slug course, Slug lesson) {
        return jdbc.sql("""
                        select lesson.content_id, lesson.version_id
                        from course
                        join lesson on lesson.school_id = :school and lesson.course_id = course.content_id
                        where course.school_id = :school and course.slug = :course and course.live
                          and lesson.slug = :lesson and lesson.live and lesson.kind = 'quiz'
                          and (lesson.free or exists (
                              select from enrolment
                              where school_id = :school and student_id = :student
                                and (content_id = course.content_id or content_id is null)
                                and valid_from <= (select db_now()) and valid_until > (select db_now())))
                        """)
                .param("school", school.id())
                .param("student", student.id())
                .param("course", course.value())
                .param("lesson", lesson.value())
                .query((row, _) -> new Quiz(row.getLong("content_id"), row.getLong("version_id")))
                .optional()
                .map(quiz -> starts.open(school, student, Mode.QUIZ, quiz.lesson())
                        .orElseGet(() -> starts.quiz(
                                school, student, quiz.lesson(), forms.quiz(school, quiz.version()))));
    }

    private static int percent(BigDecimal share) {
        return share.movePointRight(2).intValue();
    }

    private record Quiz(long lesson, long version) {}
}
