/// What every module may use: value types, settings, time, secrets, messages, typed pages.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.coursewright.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
