package org.coursewright.video.speech;

/// A recogniser cannot do this, and another try would not change it; the message says why, for people.
public final class NoTranscript extends Exception {

    public NoTranscript(String reason) {
        super(reason);
    }
}
