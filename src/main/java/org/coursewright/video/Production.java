package org.coursewright.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.coursewright.video.ffmpeg.Loudness;
import org.coursewright.video.ffmpeg.Pass;
import org.coursewright.video.ffmpeg.Progress;
import org.coursewright.video.ffmpeg.Run;
import org.coursewright.video.ffmpeg.Source;
import org.coursewright.video.ffmpeg.Transcoder;
import org.coursewright.video.hls.FragmentedMp4;
import org.coursewright.video.hls.FragmentedMp4.Cut;
import org.jspecify.annotations.Nullable;

/// The making of one video, in one attempt: what browsers can play as it is plays at once, a long one plays in its
/// smallest picture first, and everything else follows while people watch.
final class Production {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final double MOST_DELAY = 0.05;
    private static final double LONGEST_GAP = 10;
    private static final long MOST_BITS = 8_000_000;

    private final Attempt attempt;
    private final Attempts attempts;
    private final Packaging packaging;
    private final Transcoder ffmpeg;
    private final Path file;
    private final Source source;
    private final Path folder;
    private final List<Rendition> pictures = new ArrayList<>();
    private @Nullable Rendition sound;
    private @Nullable Thumbnails thumbnails;
    private boolean poster;
    private boolean waveform;

    Production(Making making, Attempts attempts, Packaging packaging) {
        this.attempt = making.attempt();
        this.attempts = attempts;
        this.packaging = packaging;
        this.ffmpeg = making.ffmpeg();
        this.file = making.file();
        this.source = making.source();
        this.folder = making.folder();
    }

    /// The attempt was cancelled, or another one took over; nobody waits for this one.
    private static final class Overtaken extends Exception {
        private static final long serialVersionUID = 1;
    }

    /// @throws IOException where it may go well another time
    void make() throws NotMade, IOException, InterruptedException {
        try {
            var kept = keep();
            var loudness = measure(0, 0.03);
            if (kept.isPresent()) beside(kept.get(), loudness);
            else if (inTwoSteps()) {
                pass(Pass.first(source), loudness, 0.03, 0.28);
                check(attempts.playable(attempt, packaged()));
                pass(Pass.rest(source), loudness, 0.28, 1);
            } else
                pass(Pass.whole(source), loudness, 0.03, 1);
            check(attempts.ready(attempt, packaged(), remarks()));
        } catch (Overtaken _) {
            // whoever came after has the say now
        }
    }

    private boolean inTwoSteps() {
        return source.duration().compareTo(LONG) > 0 && Pass.whole(source).rungs().size() > 1;
    }

    /// Takes the author's own picture for the best rendition, if it is fit for that; people can watch it from then on.
    private Optional<Rendition> keep() throws Overtaken, IOException, InterruptedException {
        var picture = source.picture();
        if (picture == null || !picture.copyable()) return Optional.empty();
        var copy = ffmpeg.copy(file, source, folder, _ -> true);
        if (!copy.run().done() || !fits(copy)) {
            delete(copy);
            return Optional.empty();
        }
        takePoster(copy.pictures().getFirst());
        var kept = packaging.picture(attempt, copy.pictures().getFirst(), Cut.KEY_FRAMES);
        pictures.add(kept);
        if (copy.sound() != null) sound = packaging.sound(attempt, copy.sound());
        check(attempts.playable(attempt, packaged()));
        return Optional.of(kept);
    }

    private static boolean fits(Transcoder.Encoded copy) throws IOException {
        var picture = FragmentedMp4.of(copy.pictures().getFirst());
        if (copy.sound() != null && Math.abs(FragmentedMp4.of(copy.sound()).start()) > MOST_DELAY) return false;
        return Math.abs(picture.start()) <= MOST_DELAY && picture.longestGap() <= LONGEST_GAP && picture.steady()
                && picture.track(Cut.KEY_FRAMES).averageBandwidth() <= MOST_BITS;
    }

    private @Nullable Loudness measure(double from, double to)
            throws NotMade, Overtaken, IOException, InterruptedException {
        var measured = ffmpeg.measure(file, source, folder, report(from, to));
        check(measured.run());
        if (measured.waveform() != null) {
            packaging.waveform(attempt, measured.waveform(), folder);
            Files.delete(measured.waveform());
            waveform = true;
        }
        return measured.loudness();
    }

    /// The smaller pictures, cut at the same moments as the one that was kept. Should ffmpeg have seen other key frames
    /// there, all are made anew.
    private void beside(Rendition kept, @Nullable Loudness loudness)
            throws NotMade, Overtaken, IOException, InterruptedException {
        var copyable = source.sound() != null && source.sound().copyable();
        pass(Pass.beside(source, !copyable || loudness == null || !loudness.fine()), loudness, 0.03, 1);
        if (pictures.stream().allMatch(each -> each.track().alignedWith(kept.track()))) return;
        pictures.clear();
        pass(Pass.whole(source), loudness, 0.03, 1);
    }

    private void pass(Pass pass, @Nullable Loudness loudness, double from, double to)
            throws NotMade, Overtaken, IOException, InterruptedException {
        var encoded = ffmpeg.encode(file, source, pass, loudness, folder, report(from, to));
        check(encoded.run());
        if (!poster && !encoded.pictures().isEmpty()) takePoster(encoded.pictures().getFirst());
        for (var each : encoded.pictures())
            pictures.add(packaging.picture(attempt, each, pass.aligned() ? Cut.KEY_FRAMES : Cut.GRID));
        pictures.sort(Rendition.BEST_FIRST);
        Rendition.leaveOutWhatSavesNothing(pictures);
        if (encoded.sound() != null) sound = packaging.sound(attempt, encoded.sound());
        var board = Transcoder.storyboard(source);
        if (board.isPresent() && !encoded.sheets().isEmpty())
            thumbnails = packaging.sheets(attempt, board.get().over(packaged().length()), encoded.sheets());
    }

    private void takePoster(Path rendition) throws IOException, InterruptedException {
        var files = ffmpeg.poster(rendition, source.duration(), folder);
        if (files.isEmpty()) return;
        packaging.posters(attempt, files.get());
        poster = true;
    }

    private Packaged packaged() {
        var all = new ArrayList<>(pictures);
        if (sound != null) all.add(sound);
        return new Packaged(all, poster, waveform, thumbnails);
    }

    /// A file that is cut off encodes without an error, only shorter than it says of itself.
    private List<Remark> remarks() {
        return verify(source.duration(), packaged().length());
    }

    static List<Remark> verify(Duration promised, Duration made) {
        var slack = Math.max(500, promised.toMillis() / 100);
        if (promised.minus(made).toMillis() <= slack) return List.of();
        return List.of(Remark.of("video.cut-off", seconds(made), seconds(promised)));
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0);
    }

    private Predicate<Progress> report(double from, double to) {
        var report = new ProgressReport(attempt, attempts);
        return progress -> report.goOn(progress.within(from, to));
    }

    private static void check(boolean newest) throws Overtaken {
        if (!newest) throw new Overtaken();
    }

    private static void check(Run run) throws NotMade, Overtaken, IOException {
        switch (run.ending()) {
            case KILLED -> throw new IOException("ffmpeg was ended by somebody else, perhaps for want of memory");
            case DONE -> {
            }
            case CANCELLED -> throw new Overtaken();
            case FAILED -> throw new NotMade(Remark.of("video.failed.encoder"), run.log());
            case STUCK -> throw new NotMade(Remark.of("video.failed.stuck"), run.log());
            case TOO_SLOW -> throw new NotMade(Remark.of("video.failed.too-slow"), run.log());
            case DISK_FULL -> throw new NotMade(Remark.of("video.failed.disk-full"), run.log());
        }
    }

    private static void delete(Transcoder.Encoded copy) throws IOException {
        for (var each : copy.pictures())
            Files.deleteIfExists(each);
        if (copy.sound() != null) Files.deleteIfExists(copy.sound());
    }
}
