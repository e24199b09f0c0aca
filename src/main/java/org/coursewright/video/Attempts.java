package org.coursewright.video;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.coursewright.platform.Hash;
import org.coursewright.school.School;
import org.coursewright.video.ffmpeg.Progress;
import org.coursewright.video.ffmpeg.Source;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// What an attempt at a video writes about itself. Each write holds only while the attempt is the newest: one that was
/// cancelled, or taken over after a crash, learns it from the answer `false`.
@Repository
public class Attempts {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Videos videos;
    private final Renditions renditions;
    private final Posters posters;
    private final Leftovers leftovers;
    private final Transcriptions transcriptions;
    private final ApplicationEventPublisher events;

    Attempts(JdbcClient jdbc, Videos videos, Renditions renditions, Posters posters,
            Leftovers leftovers, Transcriptions transcriptions, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.videos = videos;
        this.renditions = renditions;
        this.posters = posters;
        this.leftovers = leftovers;
        this.transcriptions = transcriptions;
        this.events = events;
    }

    /// Begins an attempt at a video that is not ready yet, unless people asked for another start since.
    @Transactional
    Optional<Attempt> start(School school, Hash video, int tries) {
        var attempt = jdbc.sql("""
                update video
                set state = 'probing', run = run + 1, progress = 0, seconds_left = null, remark = '', remark_arguments = '{}', log = ''
                where school_id = :school and hash = :video and tries = :tries and state <> 'ready'
                returning run, provider
                """)
                .param("school", school.id())
                .param("video", video.hex())
                .param("tries", tries)
                .query((row, _) -> new Attempt(school, video, row.getInt("run"), row.getString("provider")))
                .optional();
        if (attempt.isPresent()) videos.tell(school.id(), video);
        return attempt;
    }

    @Transactional
    boolean encoding(Attempt attempt, Source source) {
        return told(attempt, jdbc.sql("""
                update video
                set state = 'encoding', millis = :millis, chapters = :chapters::jsonb, seconds_left = null
                where school_id = :school and hash = :video and run = :run
                """)
                .param("millis", source.duration().toMillis())
                .param("chapters", Chapter.json(source.chapters().stream()
                        .map(each -> new Chapter(each.at(), each.title())).toList()))
                .param("school", attempt.school().id())
                .param("video", attempt.video().hex())
                .param("run", attempt.number())
                .update());
    }

    /// Hands the video back to the queue: a fault that may pass.
    @Transactional
    boolean waiting(Attempt attempt) {
        return told(attempt, jdbc.sql("""
                update video
                set state = 'waiting', seconds_left = null
                where school_id = :school and hash = :video and run = :run
                """)
                .param("school", attempt.school().id())
                .param("video", attempt.video().hex())
                .param("run", attempt.number())
                .update());
    }

    @Transactional
    boolean progress(Attempt attempt, Progress progress) {
        var left = progress.left();
        return told(attempt, jdbc.sql("""
                update video
                set progress = :progress, seconds_left = :left
                where school_id = :school and hash = :video and run = :run
                """)
                .param("progress", progress.share())
                .param("left", left == null ? null : left.toSeconds())
                .param("school", attempt.school().id())
                .param("video", attempt.video().hex())
                .param("run", attempt.number())
                .update());
    }

    /// How far a provider elsewhere is, and with what; false where nobody waits for this attempt any more.
    @Transactional
    public boolean progress(Attempt attempt, double share, Remark doing) {
        return told(attempt, jdbc.sql("""
                update video
                set progress = greatest(progress, :share), seconds_left = null, remark = :remark, remark_arguments = :arguments
                where school_id = :school and hash = :video and run = :run
                """)
                .param("share", share)
                .param("remark", doing.key())
                .param("arguments", doing.arguments().toArray(String[]::new))
                .param("school", attempt.school().id())
                .param("video", attempt.video().hex())
                .param("run", attempt.number())
                .update());
    }

    /// The provider elsewhere can play it, perhaps not yet in every quality.
    ///
    /// @param all whether it has nothing more to do
    @Transactional
    public boolean plays(Attempt attempt, Duration length, boolean all) {
        var rows = jdbc.sql("""
                update video
                set playable = true, millis = :millis, ready_at = case when :all then db_now() end,
                    state = case when :all then 'ready' else state end,
                    progress = case when :all then 1 else progress end,
                    remark = case when :all then '' else remark end
                where school_id = :school and hash = :video and run = :run
                  and state <> 'ready' and (:all or not playable)
                """)
                .param("millis", length.toMillis())
                .param("all", all)
                .param("school", attempt.school().id())
                .param("video", attempt.video().hex())
                .param("run", attempt.number())
                .update();
        if (!told(attempt, rows)) return false;
        renditions.replace(attempt.school(), attempt.video(), List.of());
        if (all) {
            posters.keepChoice(attempt.school(), attempt.video());
            leftovers.sweepLater(attempt.school(), attempt.video());
            transcriptions.askByItself(attempt.school(), attempt.video());
        }
        events.publishEvent(new VideoReady(attempt.school().id(), attempt.video()));
        return true;
    }

    /// Takes back that a video plays, since its provider no longer keeps it; another try makes it anew.
    @Transactional
    public boolean putAway(Attempt attempt, Remark reason) {
        return told(attempt, jdbc.sql("""
                update video
                set state = 'failed', playable = false, progress = 0, ready_at = null, remark = :remark, remark_arguments = '{}'
                where school_id = :school and hash = :video and run = :run and state = 'ready'
                """)
                .param("remark", reason.key())
                .param("school", attempt.school().id())
                .param("video", attempt.video().hex())
                .param("run", attempt.number())
                .update());
    }

    void hasPoster(Attempt attempt) {
        jdbc.sql("update video set poster = true where school_id = :school and hash = :video and run = :run")
                .param("school", attempt.school().id())
                .param("video", attempt.video().hex())
                .param("run", attempt.number())
                .update();
    }

    @Transactional
    public boolean failed(Attempt attempt, Remark reason, String log) {
        return told(attempt, jdbc.sql("""
                update video
                set state = 'failed', progress = 0, seconds_left = null, remark = :remark,
                    remark_arguments = :arguments, log = :log
                where school_id = :school and hash = :video and run = :run
                """)
                .param("remark", reason.key())
                .param("arguments", reason.arguments().toArray(String[]::new))
                .param("log", log)
                .param("school", attempt.school().id())
                .param("video", attempt.video().hex())
                .param("run", attempt.number())
                .update());
    }

    /// The queue gave up on it, with a reason that nobody wrote down yet.
    @Transactional
    void failed(TranscodeVideo work, Remark reason) {
        var rows = jdbc.sql("""
                update video
                set state = 'failed', seconds_left = null, remark = :remark, remark_arguments = :arguments
                where school_id = :school and hash = :video and tries = :tries and state not in ('ready', 'failed')
                """)
                .param("remark", reason.key())
                .param("arguments", reason.arguments().toArray(String[]::new))
                .param("school", work.school())
                .param("video", work.video().hex())
                .param("tries", work.tries())
                .update();
        if (rows > 0) videos.tell(work.school(), work.video());
    }

    /// The first renditions are there: people can watch while the rest is made.
    @Transactional
    boolean playable(Attempt attempt, Packaged packaged) {
        return stored(attempt, packaged, false, List.of());
    }

    @Transactional
    boolean ready(Attempt attempt, Packaged packaged, List<Remark> remarks) {
        return stored(attempt, packaged, true, remarks);
    }

    /// Videos that wait, and should therefore stand in the queue.
    List<TranscodeVideo> waiting() {
        return jdbc
                .sql("select school_id, hash, tries from video where state = 'waiting' order by created_at limit 1000")
                .query((row, _) -> new TranscodeVideo(row.getLong("school_id"), new Hash(row.getString("hash")),
                        row.getInt("tries")))
                .list();
    }

    private boolean stored(Attempt attempt, Packaged packaged, boolean all, List<Remark> remarks) {
        var remark = remarks.isEmpty() ? Remark.of("") : remarks.getFirst();
        var rows = jdbc.sql("""
                update video
                set playable = true, poster = :poster, waveform = :waveform, storyboard = :storyboard::jsonb, millis = :millis,
                    remark = :remark, remark_arguments = :arguments,
                    state = case when :all then 'ready' else state end,
                    progress = case when :all then 1 else progress end,
                    seconds_left = case when :all then null else seconds_left end,
                    ready_at = case when :all then db_now() end
                where school_id = :school and hash = :video and run = :run
                """)
                .param("poster", packaged.poster())
                .param("waveform", packaged.waveform())
                .param("storyboard",
                        packaged.thumbnails() == null ? null : JSON.writeValueAsString(packaged.thumbnails()))
                .param("millis", packaged.length().toMillis())
                .param("remark", remark.key())
                .param("arguments", remark.arguments().toArray(String[]::new))
                .param("all", all)
                .param("school", attempt.school().id())
                .param("video", attempt.video().hex())
                .param("run", attempt.number())
                .update();
        if (!told(attempt, rows)) return false;
        renditions.replace(attempt.school(), attempt.video(), packaged.renditions());
        if (all) {
            posters.keepChoice(attempt.school(), attempt.video());
            leftovers.sweepLater(attempt.school(), attempt.video());
            if (packaged.renditions().stream().anyMatch(Rendition::sound))
                transcriptions.askByItself(attempt.school(), attempt.video());
        }
        events.publishEvent(new VideoReady(attempt.school().id(), attempt.video()));
        return true;
    }

    private boolean told(Attempt attempt, int rows) {
        if (rows > 0) videos.tell(attempt.school().id(), attempt.video());
        return rows > 0;
    }
}
