package org.coursewright.exam;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A live question that a form may ask, in the words of the blueprint that it is for.
///
/// @param questionId its content
/// @param caseVersionId the case study that it belongs to
/// @param domain of the blueprint; null where it has none for this question
/// @param task of the blueprint, else as the question says it
/// @param enemies questions that must not stand beside it
/// @param unscored whether it is only tried out
public record Candidate(
        long questionId,
        long versionId,
        @Nullable Long caseVersionId,
        @Nullable String domain,
        @Nullable String task,
        Set<Long> enemies,
        boolean unscored) {

    /// The same question as a form asks it.
    public Forms.Chosen chosen(int section, boolean scored) {
        return new Forms.Chosen(questionId, section, versionId, caseVersionId, domain, task, scored);
    }
}
