package org.coursewright.question;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The sealed part of a question: what makes an answer right, and why.
///
/// @param key ids of what is right; of an order: in the right order
/// @param pairs of a match: left id to right id; of a series: statement to yes or no
/// @param why option id to its explanation
/// @param files path to hash of the files that the explanation shows
record QuestionSecret(
        List<String> key,
        Map<String, String> pairs,
        List<String> accept,
        @Nullable String number,
        @Nullable String tolerance,
        List<QuestionKeys.Criterion> rubric,
        List<QuestionKeys.Check> checks,
        Map<String, String> why,
        @Nullable String explanation,
        List<QuestionKeys.Source> references,
        Map<String, String> files) {

    boolean explains() {
        return explanation != null || !why.isEmpty();
    }
}
