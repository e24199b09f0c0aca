package org.coursewright.exam;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A frozen list of questions that attempts point at.
///
/// @param versionId what it was made for: a blueprint, the lesson of a quiz, the exam that practice draws from
public record Form(long id, Purpose purpose, long versionId, List<Asked> questions) {

    /// What forms are made for.
    public enum Purpose {
        EXAM, QUIZ, PRACTICE
    }

    /// A question at its place.
    ///
    /// @param position from 0
    /// @param section from 0
    /// @param caseVersionId the situation that it shares with its neighbours
    /// @param scored whether it counts
    public record Asked(
            int position, int section, long versionId, @Nullable Long caseVersionId, @Nullable String domain,
            @Nullable String task, boolean scored) {}

    public int sections() {
        return questions.isEmpty() ? 1 : questions.getLast().section() + 1;
    }
}
