package org.coursewright.video.ffmpeg;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The ffmpeg that this node runs: two programs, and the folders of the libraries that they need.
public record Ffmpeg(Path ffmpeg, Path ffprobe, String libraries, String version, @Nullable String trouble) {

    /// A node whose ffmpeg does not start still serves schools; its transcodes wait and `trouble` tells the operator why.
    static Ffmpeg broken(Path ffmpeg, Path ffprobe, String trouble) {
        return new Ffmpeg(ffmpeg, ffprobe, "", "", trouble);
    }

    public boolean works() {
        return trouble == null;
    }

    Path folder() {
        return Objects.requireNonNull(ffmpeg.toAbsolutePath().getParent());
    }

    /// Nothing of our own environment, least of all its secrets, reaches a program that reads strangers' files.
    Map<String, String> environment() {
        var bare = Map.of("HOME", "/nonexistent", "LC_ALL", "C", "PATH", "/usr/bin:/bin");
        if (libraries.isEmpty()) return bare;
        var all = new HashMap<>(bare);
        all.put("LD_LIBRARY_PATH", libraries);
        return Map.copyOf(all);
    }
}
