package org.coursewright.study;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How one student stands in one lesson, read in one statement.
///
/// @param courseSlug where the course is now, also when it was asked for by a former slug
/// @param enrolled whether an enrolment is valid now
/// @param free whether everybody may see the lesson
/// @param enrollable whether one click enrols: the course is free and live
/// @param done ids of the lessons of this course that are done
/// @param position seconds into the video
/// @param positionAge how long ago a player stood there; null where none did
/// @param length of its video, zero where there is none or it is not known yet
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
        double position,
        @Nullable Duration positionAge,
        Duration length) {

    boolean open() {
        return enrolled || free;
    }

    /// As if the student had left it there.
    LessonState at(double seconds) {
        return new LessonState(
                courseId, courseSlug, courseVersionId, lessonId, lessonSlug, lessonVersionId, enrolled, free,
                enrollable,
                done, seconds, positionAge, length);
    }
}
