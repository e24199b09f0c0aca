package org.coursewright.video.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Tiny clips for tests, drawn by the bundled ffmpeg, which is unpacked once per build folder.
public final class Clips {

    private static final Transcoder TRANSCODER = Transcoder.in(Path.of("target").toAbsolutePath(), null);

    private Clips() {}

    public static Transcoder transcoder() {
        return TRANSCODER;
    }

    /// Lets a program with this data folder use the ffmpeg that is unpacked already.
    public static void lendTo(Path data) throws IOException {
        TRANSCODER.program();
        Files.createSymbolicLink(Files.createDirectories(data).resolve("ffmpeg"),
                Path.of("target/ffmpeg").toAbsolutePath());
    }

    /// Moving colours and a tone.
    public static Path clip(Path folder, String size, int rate, double seconds)
            throws IOException, InterruptedException {
        return make(folder, "clip.mp4", "-f", "lavfi", "-i",
                "testsrc2=size=" + size + ":rate=" + rate + ":duration=" + seconds,
                "-f", "lavfi", "-i", "sine=frequency=440:duration=" + seconds,
                "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac", "-movflags",
                "+faststart");
    }

    public static Path silent(Path folder, String size, double seconds) throws IOException, InterruptedException {
        return make(folder, "silent.mp4", "-f", "lavfi", "-i", "testsrc2=size=" + size + ":rate=30:duration=" + seconds,
                "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p");
    }

    public static Path make(Path folder, String name, String... arguments) throws IOException, InterruptedException {
        var program = TRANSCODER.program();
        var file = folder.resolve(name);
        var command = new ArrayList<>(List.of(program.ffmpeg().toString(), "-v", "error", "-nostdin", "-y"));
        command.addAll(List.of(arguments));
        command.add(file.toString());
        var log = folder.resolve(name + ".log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(program.environment());
        if (builder.start().waitFor() != 0) throw new IOException(Files.readString(log));
        return file;
    }

    /// The first `share` of a file, as a broken upload or recording leaves it.
    public static Path cut(Path file, double share) throws IOException {
        var bytes = Files.readAllBytes(file);
        return Files.write(file.resolveSibling("cut-" + file.getFileName()),
                Arrays.copyOf(bytes, (int) (bytes.length * share)));
    }
}
