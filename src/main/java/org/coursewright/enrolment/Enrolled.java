package org.coursewright.enrolment;

import org.jspecify.annotations.Nullable;

/// Somebody has access now who had none by this way before.
///
/// @param contentId null = the whole school
public record Enrolled(long schoolId, long studentId, @Nullable Long contentId, String source) {}
