/// Exams: what stays, and a blueprint for each of their versions.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "content", "question"})
package org.coursewright.exam;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
