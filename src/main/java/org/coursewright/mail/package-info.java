/// Mail that leaves: an outbox in the database, a door to the world.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "school", "job"})
package org.coursewright.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
