package org.coursewright.attempt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.coursewright.identity.Student;
import org.coursewright.platform.Notices;
import org.coursewright.school.School;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Which tab may save. Whoever opens an attempt takes it over; the tab that had it before hears so with its next save.
@Repository
class Leases {

    private final JdbcClient jdbc;
    private final Notices notices;

    Leases(JdbcClient jdbc, Notices notices) {
        this.jdbc = jdbc;
        this.notices = notices;
    }

    /// @param epoch from now on
    /// @param previous who had it: `none`, `same` tab, `other`
    record Lease(int epoch, String previous) {}

    /// @param holder what a tab calls itself: the same gets the same epoch again
    /// @return empty where this student has no such attempt, or none that is open
    @Transactional
    Optional<Lease> take(School school, Student student, String code, String holder) {
        var lease = jdbc.sql("""
                        with before as (
                            select id, epoch, holder from attempt
                            where school_id = :school and code = :code and student_id = :student and state = 'OPEN'
                            for update
                        ), taken as (
                            update attempt set holder = :holder, epoch = attempt.epoch + 1
                            from before
                            where attempt.school_id = :school and attempt.id = before.id and before.holder <> :holder
                            returning attempt.id, attempt.epoch
                        ), told as (
                            insert into attempt_event (school_id, attempt_id, epoch, seq, kind, at)
                            select :school, id, epoch, -nextval('attempt_event_seq'), 'lease', db_now() from taken
                        )
                        select coalesce(taken.epoch, before.epoch) as epoch,
                               case when before.holder = '' then 'none'
                                   when before.holder = :holder then 'same' else 'other' end as previous
                        from before
                        left join taken on taken.id = before.id
                        """)
                .param("school", school.id())
                .param("code", code)
                .param("student", student.id())
                .param("holder", holder)
                .query(Leases::read)
                .optional();
        lease.filter(taken -> taken.previous().equals("other"))
                .ifPresent(taken -> notices.publish(AttemptNotices.TOPIC,
                        AttemptNotices.lease(school, code, taken.epoch())));
        return lease;
    }

    private static Lease read(ResultSet row, int number) throws SQLException {
        return new Lease(row.getInt("epoch"), row.getString("previous"));
    }
}
