/// How the system is, told to whoever runs it: metrics, errors, alerts, nodes.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "school", "job"})
package org.coursewright.monitoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
