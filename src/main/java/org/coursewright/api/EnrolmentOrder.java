package org.coursewright.api;

import java.util.List;

/// Who should get access to which course.
///
/// @param course slug
public record EnrolmentOrder(String course, List<Entry> students) {

    public EnrolmentOrder {
        students = List.copyOf(students);
    }

    /// One student; the name may be empty.
    public record Entry(String email, String name) {}
}
