/// The operator's console: on top of all, and nobody depends on it.
@NullMarked
@ApplicationModule
package org.coursewright.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
