package org.coursewright.job;

import java.time.Duration;

/// Work that comes back.
///
/// @param every pause between the end of a run and the next
public record RecurringJob(String name, Duration every, Action action) {

    /// What it does.
    @FunctionalInterface
    public interface Action {
        void run() throws Exception;
    }
}
