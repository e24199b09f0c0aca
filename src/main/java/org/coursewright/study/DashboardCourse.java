package org.coursewright.study;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A course on the dashboard.
///
/// @param lessonTitle the lesson that was open last, null where none was yet
/// @param position seconds into its video
/// @param certificate null where the student has none
public record DashboardCourse(
        String slug,
        String title,
        String summary,
        int lessons,
        int done,
        @Nullable String lessonSlug,
        @Nullable String lessonTitle,
        double position,
        @Nullable EarnedCertificate certificate) {

    public int percent() {
        return Percent.of(done, lessons);
    }

    /// Where "Continue" leads.
    public String url() {
        return lessonSlug == null ? "/learn/" + slug : "/learn/" + slug + "/" + lessonSlug;
    }

    /// `4:12` where a video was left, empty at its beginning.
    public String clock() {
        if (position < 1) return "";
        var at = Duration.ofSeconds((long) position);
        return at.toHours() == 0
                ? "%d:%02d".formatted(at.toMinutes(), at.toSecondsPart())
                : "%d:%02d:%02d".formatted(at.toHours(), at.toMinutesPart(), at.toSecondsPart());
    }
}
