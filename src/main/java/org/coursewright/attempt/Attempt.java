package org.coursewright.attempt;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An attempt as it stood when it was read.
///
/// @param contentId the exam, or the lesson of a quiz
/// @param examVersionId which version of the exam; null for a quiz
/// @param seed from which the order of options follows
/// @param epoch rises with each tab that takes over
/// @param holder the tab that may save
/// @param section that is open now
/// @param remaining milliseconds until its deadline; null without one, 0 or less when it is over
/// @param sectionRemaining of the section's own time
/// @param pauseRemaining of a break that goes on
/// @param resultsAt when its result may be seen; null = now
public record Attempt(
        long id,
        String code,
        long studentId,
        long contentId,
        @Nullable Long examVersionId,
        long formId,
        Mode mode,
        Phase phase,
        Policy policy,
        long seed,
        int epoch,
        String holder,
        int section,
        @Nullable Long remaining,
        @Nullable Long sectionRemaining,
        @Nullable Long pauseRemaining,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant resultsAt) {

    /// Answers that were on their way when time was up still count this long, in milliseconds.
    static final long GRACE = 5_000;

    /// Open by the clock, whatever is written down.
    public boolean isOpen() {
        return phase == Phase.OPEN && (remaining == null || remaining > 0);
    }

    /// Whether its student may not see yet what came of it.
    boolean isWithheld() {
        return resultsAt != null;
    }

    /// Open in the books, but nothing can be added to it any more.
    boolean isOverdue() {
        return phase == Phase.OPEN && remaining != null && remaining <= -GRACE;
    }
}
