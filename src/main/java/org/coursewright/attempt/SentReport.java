package org.coursewright.attempt;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A report as those see it who wrote the question.
///
/// @param attempt its code
/// @param position within the attempt, from 0
/// @param student address
/// @param title of the question
/// @param path of its file in the folder, when it was asked
/// @param standing what the question is by now
/// @param exam title of the exam or the lesson
/// @param edition title of the exam's version; empty for a quiz
/// @param times how often the question was reported
/// @param open how many of those wait
/// @param settledBy address of who settled it
public record SentReport(
        String attempt, int position, String student, Report report, String title, String path, Standing standing,
        String exam, String edition, int times, int open, @Nullable Instant settledAt, String settledBy) {

    /// How many a page shows.
    public static final int PAGE = 20;

    /// A question held against what was asked.
    public enum Standing {
        SAME, CHANGED, GONE
    }
}
