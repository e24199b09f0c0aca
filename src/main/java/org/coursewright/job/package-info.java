/// Work that outlives a request: a queue in PostgreSQL, a lane for each kind of patience, history for the operator.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform"})
package org.coursewright.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
