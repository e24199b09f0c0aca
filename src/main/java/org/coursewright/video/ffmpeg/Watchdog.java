package org.coursewright.video.ffmpeg;

import java.time.Duration;

/// Tells a stuck encode from a slow one by the CPU time that the process used, never by the clock on the wall: on a busy
/// machine a healthy encode may get next to no time.
final class Watchdog {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration SLEEP = Duration.ofMinutes(30);

    private Duration out = Duration.ZERO;
    private Duration cpuThen = Duration.ZERO;
    private Duration cpuSeen = Duration.ZERO;
    private long awake;

    Watchdog(long nanoTime) {
        awake = nanoTime;
    }

    /// True when the output has not grown during two minutes of work, or when the process slept for half an hour.
    boolean stuck(Duration outNow, Duration cpuNow, long nanoTime) {
        if (outNow.compareTo(out) > 0) {
            out = outNow;
            cpuThen = cpuNow;
        }
        if (cpuNow.compareTo(cpuSeen) > 0) {
            cpuSeen = cpuNow;
            awake = nanoTime;
        }
        return cpuNow.minus(cpuThen).compareTo(PATIENCE) > 0 || nanoTime - awake > SLEEP.toNanos();
    }
}
