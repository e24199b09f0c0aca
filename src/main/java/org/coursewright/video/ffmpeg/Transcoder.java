package org.coursewright.video.ffmpeg;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What the rest of the video module asks of ffmpeg: what is in this file, encode it, take a still.
public final class Transcoder {

    private final Ffmpeg ffmpeg;
    private final Probe probe;
    private final Runner runner;

    Transcoder(Ffmpeg ffmpeg, Sandbox sandbox) {
        this.ffmpeg = ffmpeg;
        this.runner = new Runner(ffmpeg, sandbox);
        this.probe = new Probe(runner);
    }

    /// Uses the operator's ffmpeg when one is named, else the bundled one, unpacked into the data folder.
    public static Transcoder in(Path data, @Nullable Path chosen) {
        return new Transcoder(new FfmpegSetup(data).find(chosen), Sandbox.ofThisMachine());
    }

    public Ffmpeg program() {
        return ffmpeg;
    }

    /// Either a source, or the reason why it is none.
    public sealed interface Found {

        record Readable(Source source) implements Found {}

        record Refused(Refusal refusal, String log) implements Found {}
    }

    public Found probe(Path file, Path folder) throws IOException, InterruptedException {
        return probe.of(file, folder);
    }

    /// The renditions of one encode, as files in the work folder: pictures best first, and the sound.
    public record Encoded(Run run, List<Path> pictures, @Nullable Path sound) {}

    public Encoded encode(Path file, Source source, Path folder, Predicate<Progress> goOn)
            throws IOException, InterruptedException {
        var command = EncodeCommand.of(file, source);
        var run = runner.run(command.arguments(), folder, Limits.encode(source.duration()), source.duration(), goOn);
        var sound = command.audioFile();
        return new Encoded(run, command.videoFiles().stream().map(folder::resolve).toList(),
                sound == null ? null : folder.resolve(sound));
    }

    /// A telling frame from near the start, as `poster.webp` and `poster.jpg`; taken from our own rendition, which is small.
    public Optional<List<Path>> poster(Path rendition, Duration length, Path folder)
            throws IOException, InterruptedException {
        var start = Math.min(length.toMillis() / 10, 60_000) / 1000.0;
        var run = runner.run(
                List.of("-hide_banner", "-nostdin", "-v", "error", "-y", "-protocol_whitelist", "file",
                        "-format_whitelist",
                        Probe.FORMATS, "-ss", "" + start, "-i", "file:" + rendition.toAbsolutePath(),
                        "-filter_complex", "[0:V]thumbnail=90,scale='min(1280,iw)':-2,split=2[w][j]",
                        "-map", "[w]", "-frames:v", "1", "-c:v", "libwebp", "-quality", "80", "-f", "image2", "-update",
                        "1", "poster.webp",
                        "-map", "[j]", "-frames:v", "1", "-q:v", "4", "-f", "image2", "-update", "1", "poster.jpg"),
                folder, Limits.encode(Duration.ofMinutes(1)), Duration.ZERO, _ -> true);
        if (run.ending() == Run.Ending.KILLED) throw new IOException("ffmpeg was ended by somebody else");
        return run.done()
                ? Optional.of(List.of(folder.resolve("poster.webp"), folder.resolve("poster.jpg")))
                : Optional.empty();
    }
}
