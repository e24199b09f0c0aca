/// Courses: sections of lessons, as folders say them and as they are live.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "school", "storage", "content", "video", "question"})
package org.coursewright.course;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
