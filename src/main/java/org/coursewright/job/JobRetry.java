package org.coursewright.job;

import java.util.List;
import org.springframework.stereotype.Component;

/// Runs a finished job once more, as the operator asks.
@Component
public class JobRetry {

    private final JobRuns runs;
    private final Jobs jobs;
    private final List<JobHandler<?>> handlers;

    JobRetry(JobRuns runs, Jobs jobs, List<JobHandler<?>> handlers) {
        this.runs = runs;
        this.jobs = jobs;
        this.handlers = handlers;
    }

    /// @return false when the run is unknown, or its kind of work no longer exists
    public boolean retry(long run) {
        return runs.arguments(run)
                .map(found -> handlers.stream()
                        .filter(handler -> handler.kind().name().equals(found.kind()))
                        .peek(handler -> retry(handler.kind(), found))
                        .findFirst()
                        .isPresent())
                .orElse(false);
    }

    private <T> void retry(JobKind<T> kind, JobRuns.JobRunArguments run) {
        jobs.retry(kind, run.key(), JsonArguments.JSON.readValue(run.arguments(), kind.arguments()));
    }
}
