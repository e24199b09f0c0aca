package org.coursewright.video.speech;

/// A few words, and when they are said: milliseconds from the start of the recording.
public record Utterance(long startMillis, long endMillis, String text) {

    public Utterance {
        if (startMillis < 0 || endMillis <= startMillis)
            throw new IllegalArgumentException("an utterance ends after it starts");
    }

    /// The same, as it stands in a recording that began so much earlier.
    public Utterance later(long millis) {
        return new Utterance(startMillis + millis, endMillis + millis, text);
    }
}
