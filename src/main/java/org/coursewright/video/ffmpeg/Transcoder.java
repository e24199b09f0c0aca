package org.coursewright.video.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What the rest of the video module asks of ffmpeg: what is in this file, encode it, take a still.
public final class Transcoder {

    /// Numbers a second of the sound that is written down as text.
    public static final int SPEECH_RATE = 16_000;

    private static final String WAVEFORM = "wave.pcm";
    private static final String SPEECH = "speech.pcm";
    private static final Duration LONG = Duration.ofSeconds(10);

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
        var ffmpeg = new FfmpegSetup(data).find(chosen);
        return new Transcoder(ffmpeg, Sandbox.ofThisMachine(ffmpeg));
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

    /// Whether a glance at the first bytes of a file can tell what is in it.
    public static boolean tells(byte[] start) {
        return Beginning.tells(start);
    }

    /// Why a file is refused of which only the beginning is there, as far as that is certain.
    public Optional<Refusal> glance(Path start, Path folder) throws IOException, InterruptedException {
        if (ffmpeg.trouble() != null || !(probe.of(start, folder) instanceof Found.Refused refused))
            return Optional.empty();
        return Optional.of(refused.refusal())
                .filter(refusal -> refusal == Refusal.NOTHING_TO_PLAY || refusal == Refusal.TOO_LARGE);
    }

    /// The renditions of one run, as files in the work folder: pictures best first, the sound, and sheets of small
    /// pictures.
    public record Encoded(Run run, List<Path> pictures, @Nullable Path sound, List<Path> sheets) {}

    /// How loud the sound of a source is, and the file of its waveform: 16 bits, 8,000 a second; both absent where there
    /// is no sound.
    public record Measured(Run run, @Nullable Loudness loudness, @Nullable Path waveform) {}

    public Measured measure(Path file, Source source, Path folder, Predicate<Progress> goOn)
            throws IOException, InterruptedException {
        if (source.sound() == null) return new Measured(Run.NOTHING, null, null);
        var run = runner.run(Loudness.measuring(file, WAVEFORM), folder, Limits.encode(source.duration()),
                source.duration(), goOn);
        return new Measured(run, run.done() ? Loudness.read(run.log()).orElse(null) : null,
                run.done() ? folder.resolve(WAVEFORM) : null);
    }

    /// The sound of a source for those who write down what is said: one channel of 16 bits, from 0.000 on as our
    /// renditions are, without a header.
    public record Speech(Run run, Path file) {}

    public Speech speech(Path file, Source source, Path folder, Predicate<Progress> goOn)
            throws IOException, InterruptedException {
        var all = Arguments.reading(file).add("-map", "0:a:0", "-vn", "-af",
                "aresample=" + SPEECH_RATE + ":async=1:first_pts=0,aformat=sample_fmts=s16:channel_layouts=mono",
                "-f", "s16le", SPEECH);
        var run = runner.run(all.list(), folder, Limits.encode(source.duration()), source.duration(), goOn);
        return new Speech(run, folder.resolve(SPEECH));
    }

    /// Takes picture and sound over as they are, where browsers play them; other sound is encoded.
    public Encoded copy(Path file, Source source, Path folder, Predicate<Progress> goOn)
            throws IOException, InterruptedException {
        var picture = Objects.requireNonNull(source.picture());
        var name = picture.shortSide() + ".mp4";
        var all = Arguments.reading(file).add("-map", "0:V:0", "-c:v", "copy", "-an").into(name);
        var sound = source.sound();
        if (sound != null) {
            all.add("-map", "0:a:0", "-vn");
            if (sound.copyable()) all.add("-c:a", "copy");
            else
                all.add("-af", Loudness.STEREO, "-c:a", "aac", "-b:a", "128k", "-ac", "2", "-ar", "48000");
            all.soundInto(EncodeCommand.AUDIO_FILE);
        }
        var run = runner.run(all.list(), folder, Limits.encode(source.duration()), source.duration(), goOn);
        return new Encoded(run, List.of(folder.resolve(name)),
                sound == null ? null : folder.resolve(EncodeCommand.AUDIO_FILE), List.of());
    }

    /// Makes what the pass says; nothing when there is nothing to do for it.
    public Encoded encode(Path file, Source source, Pass pass, @Nullable Loudness loudness, Path folder,
            Predicate<Progress> goOn) throws IOException, InterruptedException {
        if (pass.idle(source)) return new Encoded(Run.NOTHING, List.of(), null, List.of());
        var command = new EncodeCommand(file, source, pass, loudness);
        var run = runner.run(command.arguments(), folder, Limits.encode(source.duration()), source.duration(), goOn);
        var sound = command.audioFile();
        return new Encoded(run, command.videoFiles().stream().map(folder::resolve).toList(),
                sound == null ? null : folder.resolve(sound), Storyboard.sheets(folder));
    }

    /// How the small pictures of a source lie on their sheets; absent where it has no picture.
    public static Optional<Storyboard> storyboard(Source source) {
        return Optional.ofNullable(source.picture()).map(picture -> Storyboard.of(source.duration(), picture));
    }

    /// A telling frame from near the start, as `poster.webp` and `poster.jpg`; looks only at key frames of our own
    /// rendition.
    public Optional<List<Path>> poster(Path rendition, Duration length, Path folder)
            throws IOException, InterruptedException {
        var start = length.compareTo(LONG) < 0 ? 0 : Math.min(length.toMillis() / 10, 60_000) / 1000.0;
        return still(rendition, folder, "thumbnail=15,", "-ss", "" + start, "-noaccurate_seek", "-skip_frame", "nokey");
    }

    /// The frame at a moment that somebody chose.
    public Optional<List<Path>> posterAt(Path rendition, Duration moment, Path folder)
            throws IOException, InterruptedException {
        return still(rendition, folder, "", "-ss", "" + moment.toMillis() / 1000.0);
    }

    private Optional<List<Path>> still(Path rendition, Path folder, String choice, String... options)
            throws IOException, InterruptedException {
        var all = Arguments.reading(rendition, options).add(
                "-filter_complex", "[0:V]" + choice + "scale='min(1280,iw)':-2,split=2[w][j]",
                "-map", "[w]", "-frames:v", "1", "-c:v", "libwebp", "-quality", "80", "-f", "image2", "-update", "1",
                "poster.webp",
                "-map", "[j]", "-frames:v", "1", "-q:v", "4", "-f", "image2", "-update", "1", "poster.jpg");
        var run = runner.run(all.list(), folder, Limits.encode(Duration.ofMinutes(1)), Duration.ZERO, _ -> true);
        if (run.ending() == Run.Ending.KILLED) throw new IOException("ffmpeg was ended by somebody else");
        var files = List.of(folder.resolve("poster.webp"), folder.resolve("poster.jpg"));
        return run.done() && files.stream().allMatch(Files::exists) ? Optional.of(files) : Optional.empty();
    }
}
