package org.coursewright.api;

/// @param enrolled have access now who had none by this way
/// @param unchanged had it already
public record EnrolmentAnswer(int enrolled, int unchanged) {}
