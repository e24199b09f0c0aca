/// Certificates: earned by the rule of a course, issued to a name, verified by anybody, revoked by authors.
@NullMarked
@ApplicationModule(allowedDependencies = {
        "platform", "school", "audit", "mail", "identity", "content", "video", "course", "exam", "attempt", "study"
})
package org.coursewright.credential;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
