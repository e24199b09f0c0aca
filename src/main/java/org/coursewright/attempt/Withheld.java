package org.coursewright.attempt;

import java.time.Instant;
import org.coursewright.exam.Exam;
import org.jspecify.annotations.Nullable;

/// An attempt that has ended, whose student may not see yet what came of it.
///
/// @param title of the exam
/// @param exam null where it is gone
/// @param questions how many there were
/// @param answered how many of them have an answer
/// @param resultsAt when the result may be seen
public record Withheld(
        Attempt attempt, String title, @Nullable Exam exam, int questions, int answered, long minutes,
        Instant resultsAt) {}
