package org.coursewright.study;

import java.util.Set;

/// How one student stands in one lesson, read in one statement.
///
/// @param courseSlug where the course is now, also when it was asked for by a former slug
/// @param enrolled whether an enrolment is valid now
/// @param free whether everybody may see the lesson
/// @param enrollable whether one click enrols: the course is free and live
/// @param done ids of the lessons of this course that are done
/// @param position seconds into the video
record LessonState(
        long courseId,
        String courseSlug,
        long courseVersionId,
        long lessonId,
        String lessonSlug,
        long lessonVersionId,
        boolean enrolled,
        boolean free,
        boolean enrollable,
        Set<Long> done,
        double position) {

    boolean open() {
        return enrolled || free;
    }
}
