package org.coursewright.video.ffmpeg;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// What one run may use before the kernel ends it: seconds of CPU time, bytes in one file, and bytes of addresses
/// where that is limited.
record Limits(Duration cpu, long fileSize, OptionalLong memory) {

    private static final OptionalLong MEMORY = OptionalLong.of(6L << 30);

    static final Limits PROBE = new Limits(Duration.ofSeconds(60), 64L << 20, MEMORY);

    /// Twenty times real time is far beyond the slowest encode we have seen; a source without a duration gets two hours.
    static Limits encode(Duration source) {
        var length = source.isZero() ? Duration.ofHours(2) : source;
        return new Limits(length.multipliedBy(20).plusSeconds(600), 32L << 30, MEMORY);
    }

    /// For a program of the operator's, on all cores. What it loads may be larger than anything of ours.
    static Limits guest(Duration patience) {
        return new Limits(patience.multipliedBy(Runtime.getRuntime().availableProcessors()), 4L << 30,
                OptionalLong.empty());
    }

    /// Whether this much CPU time is nine tenths of what it may use, or more.
    boolean near(Duration used) {
        return used.toMillis() * 10 >= cpu.toMillis() * 9;
    }

    List<String> arguments() {
        var all = new ArrayList<>(List.of("--cpu=" + cpu.toSeconds(), "--fsize=" + fileSize, "--nofile=256",
                "--core=0"));
        memory.ifPresent(bytes -> all.add("--as=" + bytes));
        return all;
    }
}
