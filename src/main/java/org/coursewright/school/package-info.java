/// Schools, and the host that a request came to: it decides the school and which pages there are.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform"})
package org.coursewright.school;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
