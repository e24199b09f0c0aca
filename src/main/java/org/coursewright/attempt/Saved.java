package org.coursewright.attempt;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a browser hears back: its batch is kept, and how much time is left. Milliseconds; null = no limit.
///
/// @param counts false when it came after the end: kept, but it does not count
/// @param state word of the [Phase]
/// @param reason what has changed, in words; null = nothing
@JsonInclude
record Saved(
        int epoch,
        long seq,
        boolean counts,
        @Nullable Long remaining,
        @Nullable Long sectionRemaining,
        @Nullable Long breakRemaining,
        String state,
        int section,
        Instant savedAt,
        @Nullable String reason) {}
