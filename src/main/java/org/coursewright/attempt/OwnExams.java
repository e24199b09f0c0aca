package org.coursewright.attempt;

import java.util.List;
import org.coursewright.identity.Student;
import org.coursewright.school.School;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads how a student stands in each exam of the school, in one statement.
@Repository
class OwnExams {

    private static final int MOST = 200;

    private final JdbcClient jdbc;

    OwnExams(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// In the author's order.
    List<OwnExam> of(School school, Student student) {
        return jdbc.sql("""
                        with mine as (
                            select content_id from enrolment
                            where school_id = :school and student_id = :student
                              and valid_from <= (select db_now()) and valid_until > (select db_now())
                        ), sat as (
                            select attempt.content_id, attempt.code, state = 'OPEN' as going, latest.scaled, latest.passed
                            from attempt
                            left join lateral (
                                select scaled, passed from attempt_score
                                where attempt_score.school_id = :school and attempt_score.attempt_id = attempt.id
                                  and attempt.results_at is null
                                order by revision desc
                                limit 1) as latest on true
                            where attempt.school_id = :school and attempt.student_id = :student and state <> 'VOID'
                              and mode = 'simulation'
                        )
                        select slug, title, summary,
                               access = 'free' or exists (
                                   select from mine
                                   where mine.content_id is null or mine.content_id = exam.content_id
                                      or mine.content_id in (
                                          select course_id from lesson
                                          where lesson.school_id = :school and lesson.exam_id = exam.content_id
                                            and lesson.live)) as open,
                               (select count(*) from sat where sat.content_id = exam.content_id and not going) as tries,
                               (select max(scaled) from sat where sat.content_id = exam.content_id) as best,
                               exists (select from sat where sat.content_id = exam.content_id and passed) as passed,
                               coalesce((select max(code) from sat
                                         where sat.content_id = exam.content_id and going), '') as going
                        from exam
                        where exam.school_id = :school and live
                        order by position
                        limit :most
                        """)
                .param("school", school.id())
                .param("student", student.id())
                .param("most", MOST)
                .query((row, _) -> new OwnExam(
                        row.getString("slug"), row.getString("title"), row.getString("summary"), row.getBoolean("open"),
                        row.getInt("tries"), row.getBigDecimal("best"), row.getBoolean("passed"),
                        row.getString("going")))
                .list();
    }
}
