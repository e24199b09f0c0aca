package org.coursewright.course;

import java.time.Duration;

/// How long a lesson takes: its text and its video, one after the other.
public final class LessonMinutes {

    private LessonMinutes() {}

    /// @param text minutes for all but the video
    /// @param video zero where there is none, or where its length is not known yet
    /// @return at least 1
    public static int of(int text, Duration video) {
        return Math.max(1, text + (int) video.plusSeconds(30).toMinutes());
    }
}
