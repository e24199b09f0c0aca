package org.coursewright.admin;

import java.time.Instant;
import org.coursewright.platform.Slug;
import org.jspecify.annotations.Nullable;

/// A school in the operator's list.
///
/// @param owners addresses, joined by commas
/// @param publishedAt when something last went live, null = never
public record SchoolRow(
        Slug slug, String name, String owners, int courses, int students, @Nullable Instant publishedAt) {}
