package org.coursewright.attempt;

import org.jspecify.annotations.Nullable;

/// An attempt has ended and been scored, or was scored once more.
///
/// @param contentId the exam, or the lesson of a quiz
/// @param mode word of its [Mode]
/// @param passed null where nothing passes or fails, and while somebody has to read an answer
public record AttemptScored(
        long schoolId, long studentId, long contentId, long attemptId, String mode, @Nullable Boolean passed) {}
