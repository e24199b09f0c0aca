/// Sittings of exams, quizzes and practice: started, saved, handed in, scored, looked at again.
@NullMarked
@ApplicationModule(allowedDependencies = {
        "platform", "school", "storage", "job", "audit", "identity", "content", "question", "course", "exam",
        "enrolment"
})
package org.coursewright.attempt;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
