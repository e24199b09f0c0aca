package org.coursewright.attempt;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that happened to an attempt, for those who teach.
///
/// @param kind as in `attempt_event`
/// @param minutes by which the end was moved by a person; null = by none
/// @param seconds by which it was moved because the server was away; null = it was not
/// @param section that was left, from 0; null = none
/// @param answers how many came in one message
/// @param why as a person wrote it; empty = nothing
/// @param by who decided it; empty = nobody did
public record Happened(
        String kind, Instant at, @Nullable Integer minutes, @Nullable Integer seconds, @Nullable Integer section,
        int answers, String why, String by) {

    /// Whether more is known than what happened, and when.
    public boolean hasDetails() {
        return minutes != null || seconds != null || section != null || answers > 0 || !why.isEmpty();
    }
}
