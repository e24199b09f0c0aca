package org.coursewright.video.ffmpeg;

import java.time.Duration;
import java.util.List;

/// What one run may use before the kernel ends it: seconds of CPU time, and bytes in one file.
record Limits(Duration cpu, long fileSize) {

    private static final long MEMORY = 6L << 30;

    static final Limits PROBE = new Limits(Duration.ofSeconds(60), 64L << 20);

    /// Twenty times real time is far beyond the slowest encode we have seen; a source without a duration gets two hours.
    static Limits encode(Duration source) {
        var length = source.isZero() ? Duration.ofHours(2) : source;
        return new Limits(length.multipliedBy(20).plusSeconds(600), 32L << 30);
    }

    /// Whether this much CPU time is nine tenths of what it may use, or more.
    boolean near(Duration used) {
        return used.toMillis() * 10 >= cpu.toMillis() * 9;
    }

    List<String> arguments() {
        return List.of("--as=" + MEMORY, "--cpu=" + cpu.toSeconds(), "--fsize=" + fileSize, "--nofile=256",
                "--core=0");
    }
}
