package org.coursewright.video;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.coursewright.job.GivenUp;
import org.coursewright.job.JobHandler;
import org.coursewright.job.JobKind;
import org.coursewright.platform.Messages;
import org.coursewright.school.School;
import org.coursewright.school.Schools;
import org.coursewright.video.ffmpeg.Run;
import org.coursewright.video.ffmpeg.Transcoder;
import org.coursewright.video.speech.NoTranscript;
import org.coursewright.video.speech.Speech;
import org.coursewright.video.speech.Transcriber;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Has written down what is said in a video, piece by piece: after a crash it goes on with the piece it was at.
@Component
class Transcribing implements JobHandler<TranscribeVideo> {

    private final Transcriptions transcriptions;
    private final Captions captions;
    private final Schools schools;
    private final Originals originals;
    private final ObjectProvider<Transcoder> transcoder;
    private final WorkFolders folders;
    private final Optional<Transcriber> transcriber;

    Transcribing(Transcriptions transcriptions, Captions captions, Schools schools, Originals originals,
            ObjectProvider<Transcoder> transcoder, WorkFolders folders, CaptionSettings settings) {
        this.transcriptions = transcriptions;
        this.captions = captions;
        this.schools = schools;
        this.originals = originals;
        this.transcoder = transcoder;
        this.folders = folders;
        this.transcriber = settings.transcriber();
    }

    @Override
    public JobKind<TranscribeVideo> kind() {
        return TranscribeVideo.KIND;
    }

    @Override
    public void run(TranscribeVideo work) throws IOException, InterruptedException, GivenUp {
        var round = transcriptions.start(work);
        if (round.isEmpty()) return;
        if (transcriber.isEmpty()) throw givenUp(work, Remark.of("video.transcription.nobody"), "");
        var fault = transcriber.get().fault();
        if (fault.isPresent()) throw givenUp(work, Remark.of("video.transcription.broken"), fault.get());
        try (var folder = folders.open()) {
            listen(schools.get(work.school()), round.get(), transcriber.get(), folder.path());
        } catch (NoTranscript refused) {
            throw givenUp(work, Remark.of("video.transcription.refused"), String.valueOf(refused.getMessage()));
        }
    }

    @Override
    public void failed(TranscribeVideo work, String reason) {
        transcriptions.failed(work, Remark.of("video.transcription.unexpected"), reason);
    }

    private void listen(School school, Transcriptions.Round round, Transcriber recogniser, Path folder)
            throws IOException, InterruptedException, GivenUp, NoTranscript {
        var speech = speech(school, round, folder);
        if (speech.isEmpty()) return;
        var heard = new ArrayList<>(round.heard());
        var wav = folder.resolve("piece.wav");
        for (var piece : speech.get().pieces(round.heardMillis(), Speech.LONGEST_PIECE)) {
            speech.get().write(piece, wav);
            for (var each : recogniser.transcribe(wav, round.work().language(), folder, goOn(round)))
                heard.add(each.later(piece.startMillis()));
            if (!transcriptions.heard(round, piece.endMillis(), heard)) return;
        }
        var cues = CueLines.of(heard);
        var caption = cues.isEmpty()
                ? null
                : captions.add(school, round.work().video(), round.work().language(), cues);
        transcriptions.done(round, caption);
    }

    private Optional<Speech> speech(School school, Transcriptions.Round round, Path folder)
            throws IOException, InterruptedException, GivenUp {
        var ffmpeg = transcoder.getObject();
        var file = originals.file(school, round.work().video(), folder);
        if (file.isEmpty()) throw givenUp(round.work(), Remark.of("video.failed.source-gone"), "");
        if (!(ffmpeg.probe(file.get(), folder) instanceof Transcoder.Found.Readable(var source)))
            throw givenUp(round.work(), Remark.of("video.failed.encoder"), "");
        if (source.sound() == null) throw givenUp(round.work(), Remark.of("video.transcription.no-sound"), "");
        var goOn = goOn(round);
        var sound = ffmpeg.speech(file.get(), source, folder, _ -> goOn.getAsBoolean());
        return switch (sound.run().ending()) {
            case DONE -> Optional.of(new Speech(sound.file()));
            case CANCELLED -> Optional.empty();
            case KILLED -> throw new IOException("ffmpeg was ended by somebody else, perhaps for want of memory");
            case DISK_FULL -> throw new IOException("there is no room left for the sound of a video");
            case FAILED, STUCK, TOO_SLOW -> throw givenUp(round.work(), failure(sound.run()), sound.run().log());
        };
    }

    private static Remark failure(Run run) {
        return Remark.of(run.ending() == Run.Ending.STUCK ? "video.failed.stuck" : "video.failed.encoder");
    }

    private BooleanSupplier goOn(Transcriptions.Round round) {
        return () -> transcriptions.newest(round);
    }

    /// What the operator should see among the failed jobs, too.
    private GivenUp givenUp(TranscribeVideo work, Remark reason, String log) {
        transcriptions.failed(work, reason, log);
        return new GivenUp(reason.in(Messages.english()) + (log.isEmpty() ? "" : " " + log));
    }
}
