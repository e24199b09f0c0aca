package org.coursewright.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.coursewright.job.GivenUp;
import org.coursewright.job.JobHandler;
import org.coursewright.job.JobKind;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Messages;
import org.coursewright.school.School;
import org.coursewright.school.Schools;
import org.coursewright.storage.Blobs;
import org.coursewright.video.ffmpeg.Source;
import org.coursewright.video.ffmpeg.Transcoder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Makes a video out of what an author sent. Every way out is an end that people see, or an exception after which
/// the queue tries once more.
@Component
class Transcoding implements JobHandler<TranscodeVideo> {

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
                case Transcoder.Found.Readable(var source) -> produce(attempt, ffmpeg, file, source, folder.path());
            }
        }
    }

    private void produce(Attempt attempt, Transcoder ffmpeg, Path file, Source source, Path folder)
            throws IOException, InterruptedException {
        try {
            new Production(attempt, attempts, packaging, ffmpeg, file, source, folder).make();
        } catch (Production.Failed failed) {
            throw givenUp(attempt, failed.remark(), failed.log());
        }
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
}
