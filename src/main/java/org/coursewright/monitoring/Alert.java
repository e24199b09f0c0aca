package org.coursewright.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Something failed, and may work again.
///
/// @param component such as `database`, or `node` for a whole process
/// @param node the process that saw it or that it is; empty = all saw the same
/// @param resolvedAt absent while it fails
public record Alert(String component, String node, String reason, Instant raisedAt, Optional<Instant> resolvedAt) {

    Subject subject() {
        return new Subject(component, node);
    }

    public boolean open() {
        return resolvedAt.isEmpty();
    }

    /// How long it failed, so far.
    public Duration lasted(Instant now) {
        return Duration.between(raisedAt, resolvedAt.orElse(now));
    }
}
