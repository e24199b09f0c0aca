package org.coursewright.video;

import java.io.IOException;
import org.coursewright.job.GivenUp;
import org.coursewright.job.JobHandler;
import org.coursewright.job.JobKind;
import org.coursewright.platform.Messages;
import org.coursewright.school.Schools;
import org.coursewright.video.ffmpeg.Transcoder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Makes a video out of what an author sent. Every way out is an end that people see, or an exception after which
/// the queue tries once more.
@Component
class Transcoding implements JobHandler<TranscodeVideo> {

    private final Attempts attempts;
    private final Schools schools;
    private final Originals originals;
    private final ObjectProvider<Transcoder> transcoder;
    private final WorkFolders folders;
    private final VideoProviders providers;

    Transcoding(Attempts attempts, Schools schools, Originals originals, ObjectProvider<Transcoder> transcoder,
            WorkFolders folders, VideoProviders providers) {
        this.attempts = attempts;
        this.schools = schools;
        this.originals = originals;
        this.transcoder = transcoder;
        this.folders = folders;
        this.providers = providers;
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
            var file = originals.file(attempt.school(), attempt.video(), folder.path());
            if (file.isEmpty()) throw givenUp(attempt, Remark.of("video.failed.source-gone"), "");
            switch (ffmpeg.probe(file.get(), folder.path())) {
                case Transcoder.Found.Refused(var refusal, var log) ->
                    attempts.failed(attempt, Remark.of(refusal.key()), log);
                case Transcoder.Found.Readable(var source) ->
                    produce(new Making(attempt, ffmpeg, file.get(), source, folder.path()));
            }
        }
    }

    private void produce(Making making) throws IOException, InterruptedException {
        var attempt = making.attempt();
        if (!attempts.encoding(attempt, making.source())) return;
        try {
            providers.of(attempt).make(making);
        } catch (NotMade failed) {
            throw givenUp(attempt, failed.remark(), failed.log());
        }
    }

    /// What the operator should see among the failed jobs, too. A file that is no video is the author's matter alone.
    private GivenUp givenUp(Attempt attempt, Remark reason, String log) {
        attempts.failed(attempt, reason, log);
        return new GivenUp(reason.in(Messages.english()));
    }
}
