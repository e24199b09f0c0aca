/// What keeps an installation going: the first start, the demo school.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "school", "job", "identity", "content"})
package org.coursewright.upkeep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
