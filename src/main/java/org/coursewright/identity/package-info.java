/// People: accounts of authors and operators, students of schools, how they sign in and stay so.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "school", "audit", "job", "mail"})
package org.coursewright.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
