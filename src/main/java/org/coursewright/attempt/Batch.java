package org.coursewright.attempt;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a browser sends at once. It keeps its number until it is acknowledged, so it may come twice, or late, or after
/// a newer one.
///
/// @param epoch of the lease under which it was written
/// @param seq grows with each batch of a browser, from 1
/// @param answers at most 100, the newest of each question
/// @param log what was done, for the record
record Batch(int epoch, long seq, @Nullable List<Given> answers, @Nullable JsonNode log) {

    static final int MOST_ANSWERS = 100;
    static final int MOST_ACTIONS = 200;

    List<Given> given() {
        return answers == null ? List.of() : answers;
    }

    boolean fits() {
        return seq > 0 && given().size() <= MOST_ANSWERS && (log == null || log.size() <= MOST_ACTIONS);
    }
}
