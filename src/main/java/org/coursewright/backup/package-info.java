/// What is left when everything else is lost: backups of database and storage, and the way back.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "platform::postgres", "storage", "job"})
package org.coursewright.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
