package org.coursewright.job;

import java.util.Optional;
import org.coursewright.platform.HealthCheck;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Whether somebody does the work that is due.
@Repository
class JobHealth implements HealthCheck {

    private final JdbcClient jdbc;

    JobHealth(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String component() {
        return "jobs";
    }

    @Override
    public boolean shared() {
        return true;
    }

    @Override
    public Optional<String> fault() {
        int late = jdbc.sql("""
                        select count(*) from short_task
                        where not picked and execution_time < now() - interval '5 minutes'
                        """)
                .query((row, _) -> row.getInt(1))
                .single();
        return late == 0 ? Optional.empty() : Optional.of(late + " short jobs wait for more than five minutes");
    }

    @Override
    public String detail() {
        return jdbc.sql("""
                        select count(*) filter (where picked) || ' running, '
                            || count(*) filter (where not picked and execution_time <= now()) || ' due' as detail
                        from (select picked, execution_time from short_task
                              union all
                              select picked, execution_time from transcode_task
                              union all
                              select picked, execution_time from transcribe_task
                              union all
                              select picked, execution_time from transfer_task) as task
                        """)
                .query((row, _) -> row.getString("detail"))
                .single();
    }
}
