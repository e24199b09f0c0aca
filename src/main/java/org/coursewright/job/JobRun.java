package org.coursewright.job;

import java.time.Duration;
import java.time.Instant;

/// A run that ended.
///
/// @param attempt 1 = the first
/// @param reason why it failed; empty when it succeeded
public record JobRun(
        long id,
        String kind,
        String key,
        String lane,
        String node,
        Instant startedAt,
        Instant endedAt,
        boolean succeeded,
        int attempt,
        String reason) {

    public Duration took() {
        return Duration.between(startedAt, endedAt);
    }
}
