package org.coursewright.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the queue does and did, for the operator.
@Repository
public class JobRuns {

    private final JdbcClient jdbc;

    JobRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The newest first.
    public List<JobRun> latest(int limit) {
        return jdbc.sql("""
                        select id, kind, key, lane, node, started_at, ended_at, succeeded, attempt, reason
                        from job_run
                        order by ended_at desc
                        limit :limit
                        """)
                .param("limit", limit)
                .query(JobRuns::read)
                .list();
    }

    /// What waits or runs, the next first.
    public List<WaitingJob> waiting(int limit) {
        return jdbc.sql("""
                        select lane, task_name, task_instance, execution_time, picked, picked_by, consecutive_failures
                        from (select 'SHORT' as lane, * from short_task
                              union all
                              select 'TRANSCODE' as lane, * from transcode_task
                              union all
                              select 'TRANSCRIBE' as lane, * from transcribe_task
                              union all
                              select 'TRANSFER' as lane, * from transfer_task) as task
                        order by picked desc, execution_time
                        limit :limit
                        """)
                .param("limit", limit)
                .query((row, _) -> new WaitingJob(
                        row.getString("lane"),
                        row.getString("task_name"),
                        row.getString("task_instance"),
                        instant(row, "execution_time"),
                        row.getBoolean("picked"),
                        row.getString("picked_by"),
                        row.getInt("consecutive_failures")))
                .list();
    }

    /// Lets a waiting job run now.
    ///
    /// @return whether there was one
    public boolean hurry(Lane lane, String kind, String key) {
        var statement = switch (lane) {
            case SHORT -> """
                    update short_task set execution_time = now()
                    where task_name = :kind and task_instance = :key and not picked
                    """;
            case TRANSCODE -> """
                    update transcode_task set execution_time = now()
                    where task_name = :kind and task_instance = :key and not picked
                    """;
            case TRANSCRIBE -> """
                    update transcribe_task set execution_time = now()
                    where task_name = :kind and task_instance = :key and not picked
                    """;
            case TRANSFER -> """
                    update transfer_task set execution_time = now()
                    where task_name = :kind and task_instance = :key and not picked
                    """;
        };
        return jdbc.sql(statement).param("kind", kind).param("key", key).update() == 1;
    }

    /// The arguments of a run that ended, as JSON.
    Optional<JobRunArguments> arguments(long id) {
        return jdbc.sql("select kind, key, lane, arguments from job_run where id = :id")
                .param("id", id)
                .query((row, _) -> new JobRunArguments(
                        row.getString("kind"),
                        row.getString("key"),
                        Lane.valueOf(row.getString("lane")),
                        row.getString("arguments")))
                .optional();
    }

    void add(JobKind<?> kind, String key, String arguments, String node, Instant startedAt, int attempt,
            String reason) {
        jdbc.sql("""
                        insert into job_run
                            (kind, key, lane, arguments, node, started_at, ended_at, succeeded, attempt, reason)
                        values
                            (:kind, :key, :lane, :arguments, :node, :startedAt, now(), :succeeded, :attempt, :reason)
                        """)
                .param("kind", kind.name())
                .param("key", key)
                .param("lane", kind.lane().name())
                .param("arguments", arguments)
                .param("node", node)
                .param("startedAt", startedAt.atOffset(ZoneOffset.UTC))
                .param("succeeded", reason.isEmpty())
                .param("attempt", attempt)
                .param("reason", reason)
                .update();
    }

    private static JobRun read(ResultSet row, int number) throws SQLException {
        return new JobRun(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("key"),
                row.getString("lane"),
                row.getString("node"),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                row.getBoolean("succeeded"),
                row.getInt("attempt"),
                row.getString("reason"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /// What it takes to run a job once more.
    record JobRunArguments(String kind, String key, Lane lane, String arguments) {}
}
