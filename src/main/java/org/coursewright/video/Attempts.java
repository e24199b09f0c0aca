package org.coursewright.video;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.coursewright.platform.Hash;
import org.coursewright.school.School;
import org.coursewright.video.ffmpeg.Progress;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What an attempt at a video writes about itself. Each write holds only while the attempt is the newest: one that was
/// cancelled, or taken over after a crash, learns it from the answer `false`.
@Repository
class Attempts {

    private final JdbcClient jdbc;
    private final Videos videos;
    private final Renditions renditions;
    private final ApplicationEventPublisher events;

    Attempts(JdbcClient jdbc, Videos videos, Renditions renditions, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.videos = videos;
        this.renditions = renditions;
        this.events = events;
    }

    /// Begins an attempt at a video that is not ready yet, unless people asked for another start since.
    @Transactional
    Optional<Attempt> start(School school, Hash video, int tries) {
        var number = jdbc.sql("""
                update video
                set state = 'probing', run = run + 1, progress = 0, seconds_left = null, remark = '', remark_arguments = '{}', log = ''
                where school_id = :school and hash = :video and tries = :tries and state <> 'ready'
                returning run
                """)
                .param("school", school.id())
                .param("video", video.hex())
                .param("tries", tries)
                .query((row, _) -> row.getInt("run"))
                .optional();
        if (number.isPresent()) videos.tell(school.id(), video);
        return number.map(run -> new Attempt(school, video, run));
    }

    @Transactional
    boolean encoding(Attempt attempt, Duration length) {
        return state(attempt, VideoState.ENCODING, length);
    }

    @Transactional
    boolean packaging(Attempt attempt, Duration length) {
        return state(attempt, VideoState.PACKAGING, length);
    }

    /// Hands the video back to the queue: a fault that may pass.
    @Transactional
    boolean waiting(Attempt attempt) {
        return state(attempt, VideoState.WAITING, Duration.ZERO);
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

    @Transactional
    boolean failed(Attempt attempt, Remark reason, String log) {
        return told(attempt, ended(attempt, VideoState.FAILED, Duration.ZERO, false, List.of(reason), log));
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

    @Transactional
    boolean ready(Attempt attempt, List<Rendition> made, Duration length, boolean poster, List<Remark> remarks) {
        if (!told(attempt, ended(attempt, VideoState.READY, length, poster, remarks, ""))) return false;
        renditions.replace(attempt.school(), attempt.video(), made);
        events.publishEvent(new VideoReady(attempt.school().id(), attempt.video()));
        return true;
    }

    /// Videos that wait, and should therefore stand in the queue.
    List<TranscodeVideo> waiting() {
        return jdbc
                .sql("select school_id, hash, tries from video where state = 'waiting' order by created_at limit 1000")
                .query((row, _) -> new TranscodeVideo(row.getLong("school_id"), new Hash(row.getString("hash")),
                        row.getInt("tries")))
                .list();
    }

    private boolean state(Attempt attempt, VideoState state, Duration length) {
        return told(attempt, jdbc.sql("""
                update video
                set state = :state, millis = :millis, seconds_left = null
                where school_id = :school and hash = :video and run = :run
                """)
                .param("state", state.word())
                .param("millis", length.toMillis())
                .param("school", attempt.school().id())
                .param("video", attempt.video().hex())
                .param("run", attempt.number())
                .update());
    }

    private int ended(Attempt attempt, VideoState state, Duration length, boolean poster, List<Remark> remarks,
            String log) {
        var remark = remarks.isEmpty() ? Remark.of("") : remarks.getFirst();
        return jdbc.sql("""
                update video
                set state = :state, progress = :progress, millis = :millis, poster = :poster, seconds_left = null,
                    remark = :remark, remark_arguments = :arguments, log = :log,
                    ready_at = case when :state = 'ready' then db_now() end
                where school_id = :school and hash = :video and run = :run
                """)
                .param("state", state.word())
                .param("progress", state == VideoState.READY ? 1 : 0)
                .param("millis", length.toMillis())
                .param("poster", poster)
                .param("remark", remark.key())
                .param("arguments", remark.arguments().toArray(String[]::new))
                .param("log", log)
                .param("school", attempt.school().id())
                .param("video", attempt.video().hex())
                .param("run", attempt.number())
                .update();
    }

    private boolean told(Attempt attempt, int rows) {
        if (rows > 0) videos.tell(attempt.school().id(), attempt.video());
        return rows > 0;
    }
}
