package org.coursewright.monitoring;

import java.time.Duration;
import java.time.Instant;

/// A process of this system.
///
/// @param role web, worker or all
/// @param seenAt when it last said that it lives
public record Node(String name, String role, Instant startedAt, Instant seenAt) {

    /// Longer than a few beats: one that is only slow is not lost.
    static final Duration SILENCE = Duration.ofSeconds(20);
}
