package org.coursewright.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.coursewright.job.GivenUp;
import org.coursewright.job.JobHandler;
import org.coursewright.job.JobKind;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Messages;
import org.coursewright.school.School;
import org.coursewright.school.Schools;
import org.coursewright.storage.Blobs;
import org.coursewright.video.ffmpeg.Progress;
import org.coursewright.video.ffmpeg.Run;
import org.coursewright.video.ffmpeg.Source;
import org.coursewright.video.ffmpeg.Transcoder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Makes a video playable: probe, encode, package. Every way out is an end that people see, or an exception after which
/// the queue tries once more.
@Component
class Transcoding implements JobHandler<TranscodeVideo> {

    private static final Duration BETWEEN_WRITES = Duration.ofSeconds(2);

    private final Attempts attempts;
    private final Schools schools;
    private final Blobs blobs;
    private final ObjectProvider<Transcoder> transcoder;
    private final WorkFolders folders;
    private final Packaging packaging;

    Transcoding(Attempts attempts, Schools schools, Blobs blobs, ObjectProvider<Transcoder> transcoder,
            WorkFolders folders,
            Packaging packaging) {
        this.attempts = attempts;
        this.schools = schools;
        this.blobs = blobs;
        this.transcoder = transcoder;
        this.folders = folders;
        this.packaging = packaging;
    }

    @Override
    public JobKind<TranscodeVideo> kind() {
        return TranscodeVideo.KIND;
    }

    @Override
    public void run(TranscodeVideo work) throws Exception {
        var attempt = attempts.start(schools.get(work.school()), work.video(), work.tries());
        if (attempt.isEmpty()) return;
        try {
            make(attempt.get());
        } catch (GivenUp known) {
            throw known;
        } catch (Exception failed) {
            attempts.waiting(attempt.get());
            throw failed;
        }
    }

    @Override
    public void failed(TranscodeVideo work, String reason) {
        attempts.failed(work, Remark.of("video.failed.unexpected", reason));
    }

    private void make(Attempt attempt) throws IOException, InterruptedException {
        var ffmpeg = transcoder.getObject();
        var trouble = ffmpeg.program().trouble();
        if (trouble != null) throw givenUp(attempt, Remark.of("video.failed.no-encoder"), trouble);
        try (var folder = folders.open()) {
            var file = source(attempt.school(), attempt.video(), folder.path());
            if (file == null) throw givenUp(attempt, Remark.of("video.failed.source-gone"), "");
            switch (ffmpeg.probe(file, folder.path())) {
                case Transcoder.Found.Refused(var refusal, var log) ->
                    attempts.failed(attempt, Remark.of(refusal.key()), log);
                case Transcoder.Found.Readable(var source) -> encode(attempt, ffmpeg, file, source, folder.path());
            }
        }
    }

    private void encode(Attempt attempt, Transcoder ffmpeg, Path file, Source source, Path folder)
            throws IOException, InterruptedException {
        if (!attempts.encoding(attempt, source.duration())) return;
        var encoded = ffmpeg.encode(file, source, folder, new Report(attempt)::goOn);
        var failure = failure(encoded.run());
        if (failure != null) throw givenUp(attempt, failure, encoded.run().log());
        if (encoded.run().done() && attempts.packaging(attempt, source.duration()))
            packaging.finish(attempt, ffmpeg, encoded, source, folder);
    }

    /// The author's file: where it lies, when the storage has it as a file, else a copy.
    private @Nullable Path source(School school, Hash video, Path folder) throws IOException {
        var object = blobs.open(school, video);
        if (object.isEmpty()) return null;
        var file = object.get().file();
        if (file.isPresent()) return file.get();
        var copy = folder.resolve("source");
        try (var in = object.get().open()) {
            Files.copy(in, copy);
        }
        return copy;
    }

    /// What the operator should see among the failed jobs, too. A file that is no video is the author's matter alone.
    private GivenUp givenUp(Attempt attempt, Remark reason, String log) {
        attempts.failed(attempt, reason, log);
        return new GivenUp(reason.in(Messages.english()));
    }

    /// @throws IOException where it may go well another time
    private static @Nullable Remark failure(Run run) throws IOException {
        return switch (run.ending()) {
            case KILLED -> throw new IOException("ffmpeg was ended by somebody else, perhaps for want of memory");
            case DONE, CANCELLED -> null;
            case FAILED -> Remark.of("video.failed.encoder");
            case STUCK -> Remark.of("video.failed.stuck");
            case TOO_SLOW -> Remark.of("video.failed.too-slow");
            case DISK_FULL -> Remark.of("video.failed.disk-full");
        };
    }

    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0);
    }

    /// Writes the progress down, but not more often than people look; stops the encoder when the attempt is overtaken.
    private final class Report {

        private final Attempt attempt;
        private long last = System.nanoTime();

        Report(Attempt attempt) {
            this.attempt = attempt;
        }

        boolean goOn(Progress progress) {
            var now = System.nanoTime();
            if (now - last < BETWEEN_WRITES.toNanos()) return true;
            last = now;
            return attempts.progress(attempt, progress);
        }
    }
}
