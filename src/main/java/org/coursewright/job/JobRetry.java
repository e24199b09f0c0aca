package org.coursewright.job;

import java.util.List;
import java.util.Optional;
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

    /// @return kind and key of the work; absent when the run is unknown, or its kind no longer exists
    public Optional<String> retry(long run) {
        return runs.arguments(run)
                .flatMap(found -> handlers.stream()
                        .filter(handler -> handler.kind().name().equals(found.kind()))
                        .findFirst()
                        .map(handler -> {
                            retry(handler.kind(), found);
                            return found.kind() + " " + found.key();
                        }));
    }

    private <T> void retry(JobKind<T> kind, JobRuns.JobRunArguments run) {
        jobs.retry(kind, run.key(), JsonArguments.JSON.readValue(run.arguments(), kind.arguments()));
    }
}
