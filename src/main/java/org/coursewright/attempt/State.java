package org.coursewright.attempt;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.coursewright.question.ShownKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// How an attempt stands, for the page in which it is sat. Milliseconds; null = no limit.
///
/// @param holder whether whoever asks may save
/// @param previous who could before: `none`, `same`, `other`
/// @param minutes of the whole, as this student has them; null = no limit
/// @param answersCountUntil when what is handed in later does not count any more
@JsonInclude
record State(
        int epoch,
        long seq,
        boolean counts,
        @Nullable Long remaining,
        @Nullable Long sectionRemaining,
        @Nullable Long breakRemaining,
        String state,
        int section,
        Instant savedAt,
        @Nullable String reason,
        String mode,
        boolean holder,
        String previous,
        List<Answered> responses,
        Policy policy,
        @Nullable Instant answersCountUntil) {

    /// @param answer null in JSON = none
    /// @param released the key, where it was shown
    @JsonInclude
    record Answered(
            int position, JsonNode answer, boolean flagged, JsonNode marks, long seq, boolean locked,
            @Nullable Released released) {}

    /// A question whose key was shown: its answer is final.
    ///
    /// @param fraction in [0, 1]; null = a person has to read it
    /// @param parts which parts of the answer are right
    @JsonInclude
    record Released(
            int position, JsonNode answer, @Nullable Double fraction, Map<String, Boolean> parts, ShownKey key) {}
}
