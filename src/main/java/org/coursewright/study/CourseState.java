package org.coursewright.study;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How one student stands in one course.
///
/// @param done ids of the lessons that the student has done
/// @param latest id of the lesson that was open last, 0 = none yet
/// @param certificate null where the student has none
record CourseState(
        long courseId,
        String slug,
        long versionId,
        String summary,
        boolean enrolled,
        boolean enrollable,
        Set<Long> done,
        long latest,
        @Nullable EarnedCertificate certificate) {}
