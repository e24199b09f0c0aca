/// Bytes by key, behind a door: files on disk by default. Blobs are files by their hash, per school.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "school"})
package org.coursewright.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
