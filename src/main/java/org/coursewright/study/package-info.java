/// Learning: the dashboard, the outline, the lesson, how far somebody is.
@NullMarked
@ApplicationModule(allowedDependencies = {
        "platform", "school", "storage", "job", "identity", "content", "video", "course", "enrolment",
        "exam", "attempt"
})
package org.coursewright.study;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
