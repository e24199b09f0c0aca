/// What happened: who did what, when, to what, at which school. Written in the transaction that does it, never changed.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "school"})
package org.coursewright.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
