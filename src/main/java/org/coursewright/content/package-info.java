/// The content of schools: what a folder says, its frozen versions, its revisions, and which of them is live.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "school", "audit", "storage", "job", "identity"})
package org.coursewright.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
