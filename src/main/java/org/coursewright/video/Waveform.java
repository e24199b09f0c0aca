package org.coursewright.video;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/// How a recording sounds over time, for those who look for a place in it: peaks of equal stretches, 0 to 100.
record Waveform(int... peaks) {

    static final int MOST = 1000;

    /// @param sound 16 bit samples of one channel, least significant byte first
    static Waveform of(Path sound) throws IOException {
        var samples = Files.size(sound) / 2;
        var peaks = new int[(int) Math.min(MOST, samples)];
        try (var in = new BufferedInputStream(Files.newInputStream(sound), 1 << 16)) {
            for (var at = 0L; at < samples; at++) {
                var value = (short) (in.read() | in.read() << 8);
                var place = (int) (at * peaks.length / samples);
                peaks[place] = Math.max(peaks[place], Math.abs(value) * 100 / Short.MAX_VALUE);
            }
        }
        return new Waveform(Arrays.stream(peaks).map(peak -> Math.min(100, peak)).toArray());
    }

    String json() {
        return Arrays.stream(peaks).mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]"));
    }
}
