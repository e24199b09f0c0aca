/// The public pages of a school: stored once at publication, served without the database.
@NullMarked
@ApplicationModule(allowedDependencies = {
        "platform", "school", "storage", "job", "identity", "content", "video", "course", "exam"
})
package org.coursewright.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
