/// The interface for programs: JSON over HTTP, a bearer token for each caller.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "school", "storage", "identity", "content", "enrolment"})
package org.coursewright.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
