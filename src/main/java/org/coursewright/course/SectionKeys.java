package org.coursewright.course;

import org.coursewright.content.About;
import org.jspecify.annotations.Nullable;

/// The keys of `section.yaml`.
@About("A section of a course: courses/NAME/SECTION/section.yaml.")
record SectionKeys(@About("Title; made from the folder's name by default.") @Nullable String title) {}
