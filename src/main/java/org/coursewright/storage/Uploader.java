package org.coursewright.storage;

import org.coursewright.school.School;

/// Who sends a file, and to which school.
///
/// @param name for people
/// @param mayUpload whether the permission that was shown reaches so far
public record Uploader(School school, String name, boolean mayUpload) {}
