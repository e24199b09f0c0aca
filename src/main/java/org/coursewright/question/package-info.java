/// Question banks and quizzes: questions as folders write them, with their keys apart.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "school", "content"})
package org.coursewright.question;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
