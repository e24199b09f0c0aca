package org.coursewright.video;

import java.time.Duration;
import org.coursewright.video.ffmpeg.Progress;

/// Writes the progress of an attempt down, but not more often than people look.
final class ProgressReport {

    private static final Duration BETWEEN_WRITES = Duration.ofSeconds(2);

    private final Attempt attempt;
    private final Attempts attempts;
    private long last = System.nanoTime();

    ProgressReport(Attempt attempt, Attempts attempts) {
        this.attempt = attempt;
        this.attempts = attempts;
    }

    /// Whether the attempt is still the newest.
    boolean goOn(Progress progress) {
        var now = System.nanoTime();
        if (now - last < BETWEEN_WRITES.toNanos()) return true;
        last = now;
        return attempts.progress(attempt, progress);
    }
}
