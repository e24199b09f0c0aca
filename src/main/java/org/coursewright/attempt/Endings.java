package org.coursewright.attempt;

import java.util.Optional;
import org.coursewright.identity.Student;
import org.coursewright.school.School;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Ends attempts and has them scored: once, however often it is asked for.
///
/// Two statements in one transaction, on purpose. The first waits for every save that is under way; the second begins
/// after it and so reads what that save has written. One statement would read an older state and lose it.
@Repository
class Endings {

    private final JdbcClient jdbc;
    private final Scores scores;

    Endings(JdbcClient jdbc, Scores scores) {
        this.jdbc = jdbc;
        this.scores = scores;
    }

    /// Hands an attempt in, as its holder asks.
    ///
    /// @return how it has ended; empty when this did not end it
    @Transactional
    Optional<Phase> submit(School school, Student student, String code, int epoch) {
        var ended = jdbc.sql("""
                        with ended as (
                            update attempt
                            set state = case when (select db_now()) <= deadline_at + interval '5 s'
                                        then 'SUBMITTED' else 'EXPIRED' end,
                                ended_at = least(db_now(), deadline_at)
                            where school_id = :school and code = :code and student_id = :student
                              and state = 'OPEN' and epoch = :epoch
                            returning id, student_id, content_id, form_id, mode, epoch, state, results_at
                        ), told as (
                            insert into attempt_event (school_id, attempt_id, epoch, seq, kind, at)
                            select :school, id, epoch, -nextval('attempt_event_seq'),
                                   case state when 'SUBMITTED' then 'submit' else 'expire' end, db_now()
                            from ended
                        )
                        select * from ended
                        """)
                .param("school", school.id())
                .param("code", code)
                .param("student", student.id())
                .param("epoch", epoch)
                .query((row, _) -> new Ended(Scores.Sat.read(row), Phase.valueOf(row.getString("state"))))
                .optional();
        ended.ifPresent(one -> scores.add(school, one.sat(), ""));
        return ended.map(Ended::phase);
    }

    /// Writes down that the time of an attempt is over.
    ///
    /// @return whether this did it
    @Transactional
    boolean expire(School school, long attemptId) {
        var ended = jdbc.sql("""
                        with ended as (
                            update attempt set state = 'EXPIRED', ended_at = deadline_at
                            where school_id = :school and id = :attempt and state = 'OPEN'
                              and deadline_at < (select db_now())
                            returning id, student_id, content_id, form_id, mode, epoch, results_at
                        ), told as (
                            insert into attempt_event (school_id, attempt_id, epoch, seq, kind, at)
                            select :school, id, epoch, -nextval('attempt_event_seq'), 'expire', db_now() from ended
                        )
                        select * from ended
                        """)
                .param("school", school.id())
                .param("attempt", attemptId)
                .query((row, _) -> Scores.Sat.read(row))
                .optional();
        ended.ifPresent(sat -> scores.add(school, sat, ""));
        return ended.isPresent();
    }

    private record Ended(Scores.Sat sat, Phase phase) {}
}
