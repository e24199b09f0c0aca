package org.coursewright.attempt;

import org.coursewright.school.Schools;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Writes down that attempts are over whose browser never came back. What counts was decided by the clock before; this
/// only scores them. Any node may do it, several at once.
@Repository
class OverdueAttempts {

    private static final Logger log = LoggerFactory.getLogger(OverdueAttempts.class);
    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final Schools schools;
    private final Endings endings;

    OverdueAttempts(JdbcClient jdbc, Schools schools, Endings endings) {
        this.jdbc = jdbc;
        this.schools = schools;
        this.endings = endings;
    }

    /// All that are over now, after the grace in which answers still arrive.
    void end() {
        for (long ended = AT_ONCE; ended == AT_ONCE;) {
            var due = jdbc.sql("""
                            select school_id, id from attempt
                            where state = 'OPEN' and deadline_at < (select db_now() - interval '6 seconds')
                            order by deadline_at
                            limit :most
                            """)
                    .param("most", AT_ONCE)
                    .query((row, _) -> new Due(row.getLong("school_id"), row.getLong("id")))
                    .list();
            ended = due.stream().filter(this::end).count();
        }
    }

    /// One that cannot be scored must not keep the others waiting; it is tried again with the next round.
    private boolean end(Due due) {
        try {
            return endings.expire(schools.get(due.school()), due.attempt());
        } catch (RuntimeException broken) {
            log.error("The attempt {} of school {} cannot be ended", due.attempt(), due.school(), broken);
            return false;
        }
    }

    private record Due(long school, long attempt) {}
}
