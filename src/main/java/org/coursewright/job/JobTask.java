package org.coursewright.job;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// A handler as a task of db-scheduler: every run becomes history, a failed one comes back with a growing pause.
final class JobTask<T> {

    private static final Logger log = LoggerFactory.getLogger(JobTask.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final JobHandler<T> handler;
    private final JobRuns runs;
    private final String node;

    JobTask(JobHandler<T> handler, JobRuns runs, String node) {
        this.handler = handler;
        this.runs = runs;
        this.node = node;
    }

    Task<T> task() {
        var kind = handler.kind();
        return Tasks.oneTime(kind.name(), kind.arguments())
                .onFailure((complete, operations) -> failed(complete, operations))
                .execute((instance, context) -> {
                    var startedAt = Instant.now();
                    MDC.put("job", kind.name() + "/" + instance.getId());
                    try {
                        run(instance.getData());
                    } finally {
                        MDC.remove("job");
                    }
                    record(context.getExecution(), instance.getData(), startedAt, "");
                });
    }

    private void run(T arguments) {
        try {
            handler.run(arguments);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new JobFailed(failed);
        }
    }

    private void failed(ExecutionComplete complete, ExecutionOperations<T> operations) {
        var execution = complete.getExecution();
        var cause = complete.getCause().map(JobTask::unwrapped).orElseGet(() -> new IllegalStateException("lost"));
        if (cause instanceof InterruptedException) {
            operations.removeAndScheduleNew(SchedulableInstance.of(execution.taskInstance, complete.getTimeDone()));
            return; // this process stops, which is no fault of the work
        }
        var reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        @SuppressWarnings("unchecked")
        var arguments = (T) execution.taskInstance.getData();
        record(execution, arguments, complete.getTimeDone().minus(complete.getDuration()), reason);
        int attempt = execution.consecutiveFailures + 1;
        if (cause instanceof GivenUp || attempt >= handler.kind().attempts()) {
            log.warn("Job {} {} failed: {}", handler.kind().name(), execution.taskInstance.getId(), reason);
            operations.remove();
            handler.failed(arguments, reason);
        } else {
            log.info("Job {} {} will be tried again", handler.kind().name(), execution.taskInstance.getId(), cause);
            operations.reschedule(complete, complete.getTimeDone().plus(pause(attempt)));
        }
    }

    /// 2, 4, 8 … seconds, at most ten minutes.
    static Duration pause(int attempt) {
        var doubled = Duration.ofSeconds(1L << Math.min(attempt, 20));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private void record(Execution execution, T arguments, Instant startedAt, String reason) {
        var json = JsonArguments.JSON.writeValueAsString(arguments);
        int attempt = execution.consecutiveFailures + 1;
        runs.add(handler.kind(), execution.taskInstance.getId(), json, node, startedAt, attempt, reason);
    }

    private static Throwable unwrapped(Throwable thrown) {
        return thrown instanceof JobFailed wrapped && wrapped.getCause() != null ? wrapped.getCause() : thrown;
    }

    private static final class JobFailed extends RuntimeException {

        JobFailed(Exception cause) {
            super(cause);
        }
    }
}
