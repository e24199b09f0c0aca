package org.coursewright.video;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.coursewright.job.Jobs;
import org.coursewright.platform.Hash;
import org.coursewright.school.School;
import org.coursewright.video.speech.Utterance;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// What recognisers write down of videos: who asked for it, how far it is, what came of it. An attempt writes only
/// while it is the newest, as [Attempts] do.
@Repository
class Transcriptions {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Jobs jobs;
    private final Videos videos;
    private final CaptionSettings settings;

    Transcriptions(JdbcClient jdbc, Jobs jobs, Videos videos, CaptionSettings settings) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.videos = videos;
        this.settings = settings;
    }

    /// An attempt: its number, and what earlier ones heard until some moment.
    record Round(TranscribeVideo work, int run, long heardMillis, List<Utterance> heard) {}

    /// Whether this installation has a recogniser.
    boolean possible() {
        return settings.transcriber().isPresent();
    }

    /// Whether a school wants its videos written down without being asked, as it does unless it says otherwise.
    boolean byItself(School school) {
        return jdbc.sql("select coalesce((select transcribed from video_option where school_id = :school), true)")
                .param("school", school.id())
                .query(Boolean.class)
                .single();
    }

    @Transactional
    void byItself(School school, boolean wanted) {
        jdbc.sql("""
                insert into video_option (school_id, transcribed) values (:school, :wanted)
                on conflict (school_id) do update set transcribed = excluded.transcribed
                """)
                .param("school", school.id())
                .param("wanted", wanted)
                .update();
    }

    List<Transcription> of(School school, Hash video) {
        return jdbc.sql("""
                select language, transcription.state, heard_millis, millis, caption_hash, transcription.remark,
                    transcription.remark_arguments, transcription.log
                from transcription
                join video on video.school_id = :school and video.hash = video_hash
                where transcription.school_id = :school and video_hash = :video
                order by language
                """)
                .param("school", school.id())
                .param("video", video.hex())
                .query(Transcriptions::read)
                .list();
    }

    /// Has a video of ours written down, or once more where that ended. What was heard before is shown until then.
    ///
    /// @return false where there is no such video that plays
    @Transactional
    boolean ask(School school, Hash video, String language) {
        var tries = jdbc.sql("""
                insert into transcription (school_id, video_hash, language)
                select :school, hash, :language from video where school_id = :school and hash = :video and playable
                on conflict (school_id, video_hash, language) do update
                set tries = transcription.tries + case when transcription.state in ('done', 'failed') then 1 else 0 end,
                    run = transcription.run + case when transcription.state in ('done', 'failed') then 1 else 0 end,
                    heard = case when transcription.state = 'done' then '[]' else transcription.heard end,
                    heard_millis = case when transcription.state = 'done' then 0 else transcription.heard_millis end,
                    state = case when transcription.state in ('done', 'failed') then 'waiting'
                        else transcription.state end,
                    remark = '', remark_arguments = '{}', log = ''
                returning tries
                """)
                .param("school", school.id())
                .param("video", video.hex())
                .param("language", language)
                .query((row, _) -> row.getInt("tries"))
                .optional();
        tries.ifPresent(number -> enqueue(new TranscribeVideo(school.id(), video, language, number)));
        tries.ifPresent(_ -> videos.tell(school.id(), video));
        return tries.isPresent();
    }

    /// After a video was made: unless its school does not want that, or there are captions of its language already.
    void askByItself(School school, Hash video) {
        if (!possible() || !byItself(school)) return;
        var wanted = jdbc.sql("""
                select not exists (
                        select from caption
                        where school_id = :school and video_hash = :video
                            and split_part(language, '-', 1) = split_part(:language, '-', 1))
                    and not exists (select from transcription where school_id = :school and video_hash = :video)
                """)
                .param("school", school.id())
                .param("video", video.hex())
                .param("language", school.language())
                .query(Boolean.class)
                .single();
        if (wanted) ask(school, video, school.language());
    }

    /// Stops one on its way, and takes away what came of an earlier one.
    @Transactional
    void remove(School school, Hash video, String language) {
        jdbc.sql("""
                delete from transcription
                where school_id = :school and video_hash = :video and language = :language
                """)
                .param("school", school.id())
                .param("video", video.hex())
                .param("language", language)
                .update();
        videos.tell(school.id(), video);
    }

    @Transactional
    Optional<Round> start(TranscribeVideo work) {
        var round = jdbc.sql("""
                update transcription
                set state = 'listening', run = run + 1
                where school_id = :school and video_hash = :video and language = :language and tries = :tries
                    and state in ('waiting', 'listening')
                returning run, heard_millis, heard
                """)
                .param("school", work.school())
                .param("video", work.video().hex())
                .param("language", work.language())
                .param("tries", work.tries())
                .query((row, _) -> new Round(work, row.getInt("run"), row.getLong("heard_millis"),
                        List.of(JSON.readValue(row.getString("heard"), Utterance[].class))))
                .optional();
        round.ifPresent(_ -> videos.tell(work.school(), work.video()));
        return round;
    }

    /// @return whether the attempt is the newest; as of all that follow
    boolean newest(Round round) {
        return jdbc.sql("""
                select exists (
                    select from transcription
                    where school_id = :school and video_hash = :video and language = :language and run = :run
                        and state = 'listening')
                """)
                .param("school", round.work().school())
                .param("video", round.work().video().hex())
                .param("language", round.work().language())
                .param("run", round.run())
                .query(Boolean.class)
                .single();
    }

    /// Keeps what was heard so far.
    @Transactional
    boolean heard(Round round, long untilMillis, List<Utterance> heard) {
        return told(round, jdbc.sql("""
                update transcription
                set heard_millis = :until, heard = :heard::jsonb
                where school_id = :school and video_hash = :video and language = :language and run = :run
                    and state = 'listening'
                """)
                .param("until", untilMillis)
                .param("heard", JSON.writeValueAsString(heard))
                .param("school", round.work().school())
                .param("video", round.work().video().hex())
                .param("language", round.work().language())
                .param("run", round.run())
                .update());
    }

    /// @param caption hash of the captions, which are stored; absent where nothing was said
    @Transactional
    boolean done(Round round, @Nullable Hash caption) {
        return told(round, jdbc.sql("""
                update transcription
                set state = 'done', caption_hash = :caption, heard = '[]', remark = :remark
                where school_id = :school and video_hash = :video and language = :language and run = :run
                    and state = 'listening'
                """)
                .param("caption", caption == null ? null : caption.hex())
                .param("remark", caption == null ? "video.transcription.silent" : "")
                .param("school", round.work().school())
                .param("video", round.work().video().hex())
                .param("language", round.work().language())
                .param("run", round.run())
                .update());
    }

    /// It ended without captions, and no other try would change that.
    @Transactional
    void failed(TranscribeVideo work, Remark reason, String log) {
        var rows = jdbc.sql("""
                update transcription
                set state = 'failed', remark = :remark, remark_arguments = :arguments, log = :log
                where school_id = :school and video_hash = :video and language = :language and tries = :tries
                    and state in ('waiting', 'listening')
                """)
                .param("remark", reason.key())
                .param("arguments", reason.arguments().toArray(String[]::new))
                .param("log", log)
                .param("school", work.school())
                .param("video", work.video().hex())
                .param("language", work.language())
                .param("tries", work.tries())
                .update();
        if (rows > 0) videos.tell(work.school(), work.video());
    }

    /// Those that wait, and should therefore stand in the queue.
    List<TranscribeVideo> waiting() {
        return jdbc.sql("""
                select school_id, video_hash, language, tries
                from transcription
                where state in ('waiting', 'listening')
                order by created_at
                limit 1000
                """)
                .query((row, _) -> new TranscribeVideo(row.getLong("school_id"), new Hash(row.getString("video_hash")),
                        row.getString("language"), row.getInt("tries")))
                .list();
    }

    void enqueue(TranscribeVideo work) {
        jobs.enqueue(TranscribeVideo.KIND, work.key(), work);
    }

    private boolean told(Round round, int rows) {
        if (rows > 0) videos.tell(round.work().school(), round.work().video());
        return rows > 0;
    }

    private static Transcription read(ResultSet row, int number) throws SQLException {
        var caption = row.getString("caption_hash");
        var remark = row.getString("remark");
        return new Transcription(row.getString("language"),
                Transcription.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                (int) Math.min(100, row.getLong("heard_millis") * 100 / Math.max(1, row.getLong("millis"))),
                caption == null ? null : new Hash(caption),
                remark.isEmpty()
                        ? null
                        : new Remark(remark, List.of((String[]) row.getArray("remark_arguments").getArray())),
                row.getString("log"));
    }
}
