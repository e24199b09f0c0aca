package org.coursewright.video;

import java.time.Duration;

/// A line of captions: what is said from when to when, as plain text. `settings` places it on the picture and may be empty.
public record Cue(long startMillis, long endMillis, String text, String settings) {

    public Cue {
        if (startMillis < 0 || endMillis <= startMillis)
            throw new IllegalArgumentException("a cue ends after it starts");
    }

    /// `1:02:07`, or `2:07` within the first hour, as people read it beside a transcript.
    public String clock() {
        return VideoWords.clock(Duration.ofMillis(startMillis / 1000 * 1000));
    }

    public double startSeconds() {
        return startMillis / 1000.0;
    }
}
