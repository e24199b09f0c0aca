package org.coursewright.attempt;

import org.coursewright.platform.Notices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The time in which no web node was there.
@Repository
class Gaps {

    private final JdbcClient jdbc;
    private final Notices notices;

    Gaps(JdbcClient jdbc, Notices notices) {
        this.jdbc = jdbc;
        this.notices = notices;
    }

    /// Says that somebody is there. The row's lock lets one node alone find a gap.
    ///
    /// @return how many attempts were extended
    @Transactional
    int beat() {
        var extended = jdbc.sql("""
                        with last as (
                            select at from heartbeat where id = 1 for update
                        ), beaten as (
                            update heartbeat set at = db_now() where id = 1
                        ), gap as (
                            select at, db_now() - at as length from last where db_now() - at > interval '30 s'
                        ), extended as (
                            update attempt
                            set deadline_at = deadline_at + gap.length,
                                section_deadline_at = section_deadline_at + gap.length,
                                break_until = break_until + gap.length
                            from gap
                            where state = 'OPEN' and started_at < gap.at and deadline_at > gap.at
                              and (deadline_at < 'infinity' or section_deadline_at < 'infinity')
                            returning attempt.school_id, attempt.id, attempt.code, attempt.epoch, gap.length
                        ), told as (
                            insert into attempt_event (school_id, attempt_id, epoch, seq, kind, body, at)
                            select school_id, id, epoch, -nextval('attempt_event_seq'), 'extend',
                                   jsonb_build_object('seconds', round(extract(epoch from length)), 'why', 'gap'), db_now()
                            from extended
                        )
                        select school_id, code from extended
                        """)
                .query((row, _) -> AttemptNotices.time(row.getLong("school_id"), row.getString("code")))
                .list();
        extended.forEach(payload -> notices.publish(AttemptNotices.TOPIC, payload));
        return extended.size();
    }
}
