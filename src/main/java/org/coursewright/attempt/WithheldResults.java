package org.coursewright.attempt;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Lets students see results whose day has come, and lets follow what follows from them: completions and certificates.
/// Any node may do it, several at once.
@Repository
class WithheldResults {

    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    WithheldResults(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /// Some of those whose day has come.
    ///
    /// @return whether there may be more
    @Transactional
    boolean release() {
        var released = jdbc.sql("""
                        with due as (
                            select school_id, id from attempt
                            where results_at <= (select db_now())
                            order by results_at
                            limit :most
                            for update skip locked
                        ), released as (
                            update attempt set results_at = null
                            from due
                            where attempt.school_id = due.school_id and attempt.id = due.id
                            returning attempt.school_id, attempt.id, student_id, attempt.content_id, attempt.mode, state
                        )
                        select released.*, latest.attempt_id is not null and state <> 'VOID' as counts, latest.passed
                        from released
                        left join lateral (
                            select attempt_id, passed from attempt_score
                            where attempt_score.school_id = released.school_id and attempt_id = released.id
                            order by revision desc
                            limit 1) as latest on true
                        """)
                .param("most", AT_ONCE)
                .query((row, _) -> new Released(row.getBoolean("counts"), new AttemptScored(
                        row.getLong("school_id"), row.getLong("student_id"), row.getLong("content_id"),
                        row.getLong("id"),
                        row.getString("mode"), row.getObject("passed", Boolean.class))))
                .list();
        released.stream().filter(Released::counts).map(Released::scored).forEach(events::publishEvent);
        return released.size() == AT_ONCE;
    }

    /// @param counts whether it was scored, and not taken out of the count
    private record Released(boolean counts, AttemptScored scored) {}
}
