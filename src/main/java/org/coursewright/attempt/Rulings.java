package org.coursewright.attempt;

import java.util.List;
import org.coursewright.audit.Audit;
import org.coursewright.audit.Deed;
import org.coursewright.identity.Author;
import org.coursewright.platform.Notices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What staff decide about an attempt: more time, or that it does not count. Its student hears of it at once.
@Repository
class Rulings {

    private final JdbcClient jdbc;
    private final Scores scores;
    private final Notices notices;
    private final Audit audit;

    Rulings(JdbcClient jdbc, Scores scores, Notices notices, Audit audit) {
        this.jdbc = jdbc;
        this.scores = scores;
        this.notices = notices;
        this.audit = audit;
    }

    /// Moves the end of an open attempt. Time that was over runs again.
    ///
    /// @param minutes to add, negative to take away
    /// @return whether it is open and has an end
    @Transactional
    boolean extend(Author author, String code, int minutes, String reason) {
        var moved = jdbc.sql("""
                        with moved as (
                            update attempt
                            set deadline_at = greatest(deadline_at, case when :minutes > 0 then db_now()
                                                else deadline_at end) + make_interval(mins => :minutes),
                                section_deadline_at = section_deadline_at + make_interval(mins => :minutes)
                            where school_id = :school and code = :code and state = 'OPEN' and deadline_at < 'infinity'
                            returning id, epoch
                        ), told as (
                            insert into attempt_event (school_id, attempt_id, epoch, seq, kind, body, at)
                            select :school, id, epoch, -nextval('attempt_event_seq'), 'extend',
                                   jsonb_build_object('minutes', :minutes, 'why', :reason, 'by', :by), db_now()
                            from moved
                        )
                        select id from moved
                        """)
                .param("school", author.school().id())
                .param("code", code)
                .param("minutes", minutes)
                .param("reason", reason)
                .param("by", author.account().email().value())
                .query((row, _) -> row.getLong("id"))
                .list();
        return tell(author, code, moved, Deed.ATTEMPT_EXTENDED, minutes + " min: " + reason,
                AttemptNotices.time(author.school().id(), code));
    }

    /// Takes an attempt out of the count, whatever it is worth.
    ///
    /// @return whether this did it
    @Transactional
    boolean annul(Author author, String code, String reason) {
        var moved = jdbc.sql("""
                        with moved as (
                            update attempt set state = 'VOID', ended_at = coalesce(ended_at, db_now())
                            where school_id = :school and code = :code and state <> 'VOID'
                            returning id, student_id, content_id, form_id, mode, epoch, results_at
                        ), told as (
                            insert into attempt_event (school_id, attempt_id, epoch, seq, kind, body, at)
                            select :school, id, epoch, -nextval('attempt_event_seq'), 'void',
                                   jsonb_build_object('why', :reason, 'by', :by), db_now()
                            from moved
                        )
                        select moved.*, exists (
                                   select from attempt_score
                                   where attempt_score.school_id = :school and attempt_id = moved.id) as scored
                        from moved
                        """)
                .param("school", author.school().id())
                .param("code", code)
                .param("reason", reason)
                .param("by", author.account().email().value())
                .query((row, _) -> new Annulled(Scores.Sat.read(row), row.getBoolean("scored")))
                .list();
        moved.stream().filter(one -> !one.scored()).forEach(one -> scores.keep(author.school(), one.sat(), "annulled"));
        return tell(author, code, moved, Deed.ATTEMPT_ANNULLED, reason,
                AttemptNotices.ended(author.school(), code));
    }

    private boolean tell(Author author, String code, List<?> moved, Deed deed, String detail, String notice) {
        if (moved.isEmpty()) return false;
        audit.record(author.school(), author.account().email().value(), deed, code, detail);
        notices.publish(AttemptNotices.TOPIC, notice);
        return true;
    }

    /// @param scored whether it had ended before
    private record Annulled(Scores.Sat sat, boolean scored) {}
}
