/// Videos: from an uploaded file to renditions that any player can stream, captions, and who may fetch which bytes.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "school", "storage", "job", "outbound", "identity", "audit",
        "content"})
package org.coursewright.video;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
