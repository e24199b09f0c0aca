package org.coursewright.video;

/// A line of captions: what is said from when to when, as plain text. `settings` places it on the picture and may be empty.
public record Cue(long startMillis, long endMillis, String text, String settings) {

    public Cue {
        if (startMillis < 0 || endMillis <= startMillis)
            throw new IllegalArgumentException("a cue ends after it starts");
    }

    /// `1:02:07`, or `2:07` within the first hour, as people read it beside a transcript.
    public String clock() {
        var seconds = startMillis / 1000;
        return seconds < 3600
                ? String.format("%d:%02d", seconds / 60, seconds % 60)
                : String.format("%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    public double startSeconds() {
        return startMillis / 1000.0;
    }
}
