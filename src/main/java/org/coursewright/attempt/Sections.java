package org.coursewright.attempt;

import org.coursewright.identity.Student;
import org.coursewright.school.School;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The way from one part of an exam to the next, which is never gone back, and the breaks between them. A break that
/// stops the clock gives its minutes to the deadline when it begins, and takes back what is left when it ends early.
@Repository
class Sections {

    private final JdbcClient jdbc;

    Sections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Leaves a section for good. Leaving it twice is leaving it once.
    ///
    /// @param left the section
    /// @param next the one behind it
    void leave(School school, Student student, Attempt attempt, int epoch, Paper.Part left, Paper.Part next) {
        jdbc.sql("""
                        with moved as (
                            update attempt
                            set section = section + 1,
                                break_until = db_now() + make_interval(mins => :pause),
                                deadline_at = deadline_at + make_interval(mins => :added),
                                section_deadline_at = case
                                    when :minutes::int is null or (own.student_id is not null and own.factor is null)
                                    then 'infinity'
                                    else db_now() + make_interval(mins => :pause)
                                        + :minutes * coalesce(own.factor, 1) * interval '1 minute' end
                            from (select 1) as one
                            left join accommodation as own on own.school_id = :school and own.student_id = :student
                            where attempt.school_id = :school and attempt.id = :attempt and state = 'OPEN'
                              and epoch = :epoch and section = :section and deadline_at > (select db_now())
                            returning attempt.id, epoch
                        )
                        insert into attempt_event (school_id, attempt_id, epoch, seq, kind, body, at)
                        select :school, id, epoch, -nextval('attempt_event_seq'), 'section',
                               jsonb_build_object('left', :section), db_now()
                        from moved
                        """)
                .param("school", school.id())
                .param("student", student.id())
                .param("attempt", attempt.id())
                .param("epoch", epoch)
                .param("section", attempt.section())
                .param("pause", pause(left))
                .param("added", left.clockRuns() ? 0 : pause(left))
                .param("minutes", next.minutes())
                .update();
    }

    /// Ends a break that goes on.
    ///
    /// @param left the section that it followed
    void goOn(School school, Attempt attempt, Paper.Part left) {
        jdbc.sql("""
                        with moved as (
                            update attempt
                            set break_until = null,
                                section_deadline_at = section_deadline_at - (break_until - db_now()),
                                deadline_at = case when :runs then deadline_at
                                    else deadline_at - (break_until - db_now()) end
                            where school_id = :school and id = :attempt and state = 'OPEN' and break_until > (select db_now())
                            returning id, epoch
                        )
                        insert into attempt_event (school_id, attempt_id, epoch, seq, kind, at)
                        select :school, id, epoch, -nextval('attempt_event_seq'), 'break', db_now()
                        from moved
                        """)
                .param("school", school.id())
                .param("attempt", attempt.id())
                .param("runs", left.clockRuns())
                .update();
    }

    private static int pause(Paper.Part part) {
        return part.pauseMinutes() == null ? 0 : part.pauseMinutes();
    }
}
