package org.coursewright.video.ffmpeg;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds an ffmpeg that starts: the operator's own, or the bundled one, unpacked once into the data folder.
final class FfmpegSetup {

    private static final Logger log = LoggerFactory.getLogger(FfmpegSetup.class);
    private static final Pattern VERSION = Pattern.compile("ffmpeg version (\\S+)");
    private static final Pattern MISSING = Pattern.compile("error while loading shared libraries: (\\S+?):");
    private static final String APT = "apt-get install -y --no-install-recommends libpulse0 libasound2 libxcb1 libxcb-shm0 libudev1";

    private final Path data;

    FfmpegSetup(Path data) {
        this.data = data;
    }

    /// `chosen` is the operator's ffmpeg program or the folder that holds it.
    Ffmpeg find(@Nullable Path chosen) {
        try {
            return chosen == null ? bundled() : own(chosen.toAbsolutePath());
        } catch (IOException failed) {
            var trouble = "ffmpeg could not be unpacked into " + data.resolve("ffmpeg") + ": " + failed.getMessage();
            log.warn(trouble);
            return Ffmpeg.broken(data, data, trouble);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Ffmpeg.broken(data, data, "the program was stopped while it looked for ffmpeg");
        }
    }

    private Ffmpeg own(Path chosen) throws IOException, InterruptedException {
        var program = Files.isDirectory(chosen) ? chosen.resolve("ffmpeg") : chosen;
        var found = new Ffmpeg(program, program.resolveSibling("ffprobe"), "", "", null);
        if (!Files.isExecutable(found.ffmpeg()) || !Files.isExecutable(found.ffprobe()))
            return Ffmpeg.broken(found.ffmpeg(),
                    found.ffprobe(),
                    "coursewright.video.ffmpeg names " + chosen + ", but there is no ffmpeg with an ffprobe beside it");
        return verified(found, start(found));
    }

    private Ffmpeg bundled() throws IOException, InterruptedException {
        var folder = new BundledFfmpeg(data.resolve("ffmpeg")).unpack();
        var stubs = Files.createDirectories(folder.resolve("stubs"));
        var found = new Ffmpeg(folder.resolve("ffmpeg"), folder.resolve("ffprobe"), folder + ":" + stubs, "", null);
        return verified(found, withStubs(stubs, () -> start(found)));
    }

    /// Starts ffmpeg until no harmless library is missing any more; each is replaced once. Another process may be doing
    /// the same in the same folder.
    static Answer withStubs(Path stubs, Starting starting) throws IOException, InterruptedException {
        var replaced = new HashSet<String>();
        while (true) {
            var answer = starting.start();
            var missing = MISSING.matcher(answer.text());
            if (answer.code() != 127 || !missing.find()) return answer;
            var name = missing.group(1);
            if (!StubLibrary.HARMLESS.contains(name) || !replaced.add(name)) return answer;
            log.info("{} is not installed; ffmpeg starts with an empty one in its place", name);
            StubLibrary.write(stubs, name);
        }
    }

    private static Ffmpeg verified(Ffmpeg found, Answer answer) {
        var version = VERSION.matcher(answer.text());
        if (answer.code() == 0 && version.find())
            return new Ffmpeg(found.ffmpeg(), found.ffprobe(), found.libraries(),
                    version.group(1), null);
        var trouble = found.ffmpeg() + " does not start (exit " + answer.code() + "): " + answer.text().strip()
                + (answer.code() == 127 ? "\nOn Debian or Ubuntu: " + APT : "");
        log.warn(trouble);
        return Ffmpeg.broken(found.ffmpeg(), found.ffprobe(), trouble);
    }

    record Answer(int code, String text) {}

    interface Starting {

        Answer start() throws IOException, InterruptedException;
    }

    private static Answer start(Ffmpeg found) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(found.ffmpeg().toString(), "-hide_banner", "-version")
                .redirectErrorStream(true);
        replace(builder.environment(), found.environment());
        var process = builder.start();
        process.getOutputStream().close();
        var text = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (!process.waitFor(20, TimeUnit.SECONDS)) process.destroyForcibly();
        return new Answer(process.waitFor(), text);
    }

    static void replace(Map<String, String> environment, Map<String, String> with) {
        environment.clear();
        environment.putAll(with);
    }
}
