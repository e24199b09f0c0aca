/// Requests to addresses that people typed: only into the public internet, and to the very host that was checked.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform"})
package org.coursewright.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
