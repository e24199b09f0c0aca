package org.coursewright.video;

/// Where a new lesson can go: behind those of a course, or of one of its sections.
///
/// @param revisionId the newest one of its source
/// @param folder of the lessons there, relative to the root of the source
/// @param title of the course, and of the section where there is one
public record LessonPlace(long revisionId, String folder, String title) {

    /// As a form sends it.
    public String value() {
        return revisionId + "-" + folder;
    }
}
