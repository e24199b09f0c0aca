package org.coursewright.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A job that waits or runs.
///
/// @param failures how often it has failed since it last succeeded
public record WaitingJob(
        String lane, String kind, String key, Instant dueAt, boolean running, @Nullable String node, int failures) {}
