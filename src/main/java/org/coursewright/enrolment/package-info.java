/// Who may learn what: an enrolment is a row, and the only truth.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "school", "audit", "identity", "content", "video", "course"})
package org.coursewright.enrolment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
