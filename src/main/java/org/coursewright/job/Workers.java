package org.coursewright.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.coursewright.platform.Settings;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The threads that do the work, in a process whose role is to work.
@Component
class Workers implements SmartLifecycle {

    private static final int SHORT_THREADS = 4;
    private static final int CORES_FOR_EACH_TRANSCODE = 4;
    private static final int TRANSFER_THREADS = 3;

    private final List<Scheduler> lanes = new ArrayList<>();
    private volatile boolean running;

    Workers(
            Settings settings,
            DataSource database,
            JobRuns runs,
            List<JobHandler<?>> handlers,
            List<RecurringJob> recurring) {
        if (!settings.role().works()) return;
        var node = ProcessHandle.current().pid() + "-" + UUID.randomUUID().toString().substring(0, 8);
        for (var lane : Lane.values())
            lanes.add(scheduler(lane, node, database, runs, handlers, recurring));
    }

    @Override
    public void start() {
        running = true;
        lanes.forEach(Scheduler::start);
    }

    @Override
    public void stop() {
        running = false;
        lanes.forEach(Scheduler::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static Scheduler scheduler(
            Lane lane,
            String node,
            DataSource database,
            JobRuns runs,
            List<JobHandler<?>> handlers,
            List<RecurringJob> recurring) {
        List<Task<?>> tasks = handlers.stream()
                .filter(handler -> handler.kind().lane() == lane)
                .<Task<?>>map(handler -> new JobTask<>(handler, runs, node).task())
                .toList();
        List<RecurringTask<?>> returning = lane == Lane.SHORT
                ? recurring.stream().<RecurringTask<?>>map(Workers::task).toList()
                : List.of();
        return Scheduler.create(database, tasks)
                .startTasks(returning)
                .tableName(lane.table())
                .serializer(new JsonArguments())
                .schedulerName(new SchedulerName.Fixed(node))
                .threads(threads(lane))
                .pollingInterval(lane == Lane.TRANSFER ? Duration.ofSeconds(2) : Duration.ofMillis(500))
                .heartbeatInterval(Duration.ofSeconds(5))
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(patience(lane))
                .enablePriority()
                .build();
    }

    private static int threads(Lane lane) {
        return switch (lane) {
            case SHORT -> SHORT_THREADS;
            case TRANSCODE -> Math.max(1, Runtime.getRuntime().availableProcessors() / CORES_FOR_EACH_TRANSCODE);
            case TRANSCRIBE -> 1;
            case TRANSFER -> TRANSFER_THREADS;
        };
    }

    /// How long the end of the process waits for work to finish: a transcode or a transfer would not, and goes on
    /// elsewhere.
    private static Duration patience(Lane lane) {
        return switch (lane) {
            case SHORT -> Duration.ofSeconds(10);
            case TRANSCODE, TRANSCRIBE, TRANSFER -> Duration.ofSeconds(1);
        };
    }

    private static RecurringTask<?> task(RecurringJob job) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.every())).execute((_, _) -> {
            try {
                job.action().run();
            } catch (RuntimeException failed) {
                throw failed;
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
    }
}
