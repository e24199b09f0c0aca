/// Exams: what stays, a blueprint for each of their versions, and the forms that meet them.
@NullMarked
@ApplicationModule(allowedDependencies = {
        "platform", "school", "job", "audit", "identity", "content", "question", "course"
})
package org.coursewright.exam;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
