package org.coursewright.attempt;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a browser says about one question. What it leaves out is nothing: false, or 0.
///
/// @param answer as JSON; null in JSON = none
/// @param flagged to be looked at again
/// @param marks what was struck out, highlighted and noted
/// @param ms milliseconds spent since the browser last said so
/// @param changes how often the answer changed since then
/// @param left whether a question without return was left for good
record Given(
        int position, @Nullable JsonNode answer, @Nullable Boolean flagged, @Nullable JsonNode marks, @Nullable Long ms,
        @Nullable Integer changes, @Nullable Boolean left) {

    boolean isFlagged() {
        return Boolean.TRUE.equals(flagged);
    }

    boolean isLeft() {
        return Boolean.TRUE.equals(left);
    }

    long spent() {
        return ms == null ? 0 : ms;
    }

    int changed() {
        return changes == null ? 0 : changes;
    }
}
