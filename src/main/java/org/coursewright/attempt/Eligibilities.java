package org.coursewright.attempt;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Set;
import org.coursewright.exam.Exam;
import org.coursewright.identity.Student;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads how a student stands before an exam, in one statement. It is open to everybody where it is free; else to who is
/// enrolled in it, in the whole school, or in a course with a lesson that leads to it.
@Repository
class Eligibilities {

    private final JdbcClient jdbc;

    Eligibilities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param edition whose tries count
    /// @param mode in whose class an attempt may go on
    Eligibility of(School school, Student student, Exam exam, Exam.@Nullable Edition edition, Mode mode) {
        return jdbc.sql("""
                        with own as (
                            select code, exam_version_id, form_id, mode, mode_class, state, deadline_at, ended_at
                            from attempt
                            where school_id = :school and student_id = :student and content_id = :exam
                        )
                        select :free or exists (
                                   select from enrolment
                                   where school_id = :school and student_id = :student
                                     and (content_id is null or content_id = :exam or content_id in (
                                         select course_id from lesson
                                         where lesson.school_id = :school and lesson.exam_id = :exam and lesson.live))
                                     and valid_from <= (select db_now()) and valid_until > (select db_now())) as entitled,
                               accommodation.student_id is not null as accommodated, factor,
                               (select code from own
                                where mode_class = :class and state = 'OPEN' and deadline_at > (select db_now())) as open,
                               array(
                                   select ended_at from own
                                   where mode = 'simulation' and state <> 'VOID' and exam_version_id = :edition
                                     and ended_at is not null
                                   order by ended_at desc) as ended,
                               array(
                                   select distinct question
                                   from form
                                   cross join unnest(questions) as question
                                   where form.school_id = :school and form.id in (select form_id from own)) as seen
                        from (select) as one
                        left join accommodation
                          on accommodation.school_id = :school and accommodation.student_id = :student
                        """)
                .param("school", school.id())
                .param("student", student.id())
                .param("exam", exam.id())
                .param("free", exam.free())
                .param("edition", edition == null ? 0 : edition.id())
                .param("class", mode.modeClass())
                .query(Eligibilities::read)
                .single();
    }

    private static Eligibility read(ResultSet row, int number) throws SQLException {
        var ended = (Timestamp[]) row.getArray("ended").getArray();
        return new Eligibility(
                row.getBoolean("entitled"),
                row.getBoolean("accommodated") ? row.getBigDecimal("factor") : BigDecimal.ONE,
                row.getString("open"),
                Arrays.stream(ended).map(Timestamp::toInstant).toList(),
                Set.of((Long[]) row.getArray("seen").getArray()));
    }
}
