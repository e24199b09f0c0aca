package org.coursewright.enrolment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A student in the author's list.
///
/// @param seenAt when they last were here, null = never
public record StudentRow(long id, String email, String name, @Nullable Instant seenAt, List<Access> courses) {

    /// A course that is open to them now.
    public record Access(long courseId, String title) {}
}
