package org.coursewright.video;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coursewright.job.Jobs;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Notices;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The videos of schools. A video comes in with the first revision that names it, and is encoded once.
@Repository
public class Videos {

    static final String TOPIC = "video";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Jobs jobs;
    private final Notices notices;

    Videos(JdbcClient jdbc, Jobs jobs, Notices notices) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.notices = notices;
    }

    /// Makes sure that stored files become videos; called whenever a revision that names them is committed.
    ///
    /// @param names each file with its path in the school folder
    @Transactional
    public void ensure(School school, Map<Hash, String> names) {
        if (names.isEmpty()) return;
        var fresh = jdbc.sql("""
                insert into video (school_id, hash, name, provider)
                select :school, named.hash, named.name, coalesce(chosen.provider, '')
                from unnest(:videos::text[], :names::text[]) as named (hash, name)
                left join video_option as chosen on chosen.school_id = :school
                on conflict (school_id, hash) do update set name = excluded.name where video.name <> excluded.name
                returning hash, xmax = 0 as fresh
                """)
                .param("school", school.id())
                .param("videos", names.keySet().stream().map(Hash::hex).toArray(String[]::new))
                .param("names", names.values().toArray(String[]::new))
                .query((row, _) -> row.getBoolean("fresh")
                        ? Optional.of(new Hash(row.getString("hash")))
                        : Optional.<Hash>empty())
                .list();
        fresh.forEach(each -> each.ifPresent(video -> {
            enqueue(new TranscodeVideo(school.id(), video, 0));
            tell(school.id(), video);
        }));
    }

    public Optional<Video> find(School school, Hash video) {
        return of(school, List.of(video)).stream().findFirst();
    }

    /// Those of the hashes that are videos, the newest first.
    public List<Video> of(School school, Collection<Hash> videos) {
        return jdbc.sql("""
                select hash, name, state, progress, seconds_left, millis, poster, playable, waveform, storyboard is not null as boarded,
                    chapters, remark, remark_arguments, log, created_at,
                    (select string_agg(language || ' ' || caption_hash, ',' order by language) from transcription
                     where transcription.school_id = :school and video_hash = video.hash and caption_hash is not null) as transcripts,
                    exists (select from video_option where video_option.school_id = :school and watermark) as watermarked,
                    exists (select from video_option where video_option.school_id = :school and streams > 0) as limited
                from video
                where school_id = :school and hash = any(:videos)
                order by created_at desc, hash
                limit 1000
                """)
                .param("school", school.id())
                .param("videos", videos.stream().map(Hash::hex).toArray(String[]::new))
                .query(Videos::read)
                .list();
    }

    /// All of a school, the newest first.
    public List<Video> all(School school) {
        return jdbc.sql("""
                select hash, name, state, progress, seconds_left, millis, poster, playable, waveform, storyboard is not null as boarded,
                    chapters, remark, remark_arguments, log, created_at,
                    (select string_agg(language || ' ' || caption_hash, ',' order by language) from transcription
                     where transcription.school_id = :school and video_hash = video.hash and caption_hash is not null) as transcripts,
                    exists (select from video_option where video_option.school_id = :school and watermark) as watermarked,
                    exists (select from video_option where video_option.school_id = :school and streams > 0) as limited
                from video
                where school_id = :school
                order by created_at desc, hash
                limit 1000
                """)
                .param("school", school.id())
                .query(Videos::read)
                .list();
    }

    /// Starts over with a video that failed, by the provider that its school has now. Nothing happens to one that did not
    /// fail.
    @Transactional
    public void retry(School school, Hash video) {
        var tries = jdbc.sql("""
                update video
                set state = 'waiting', tries = tries + 1, run = run + 1, progress = 0, seconds_left = null, remark = '',
                    remark_arguments = '{}', log = '',
                    provider = coalesce((select provider from video_option where video_option.school_id = :school), '')
                where school_id = :school and hash = :video and state = 'failed'
                returning tries
                """)
                .param("school", school.id())
                .param("video", video.hex())
                .query((row, _) -> row.getInt("tries"))
                .optional();
        tries.ifPresent(number -> {
            enqueue(new TranscodeVideo(school.id(), video, number));
            tell(school.id(), video);
        });
    }

    /// Stops a video on its way. The encoder sees it within seconds; a job that has not begun finds nothing to do.
    @Transactional
    public void cancel(School school, Hash video) {
        var stopped = jdbc.sql("""
                update video
                set state = 'failed', tries = tries + 1, run = run + 1, seconds_left = null,
                    remark = 'video.failed.cancelled', remark_arguments = '{}'
                where school_id = :school and hash = :video and state not in ('ready', 'failed')
                """)
                .param("school", school.id())
                .param("video", video.hex())
                .update();
        if (stopped > 0) tell(school.id(), video);
    }

    /// Where its small pictures lie.
    Optional<Thumbnails> thumbnails(School school, Hash video) {
        return jdbc.sql("""
                select storyboard
                from video
                where school_id = :school and hash = :video and storyboard is not null
                """)
                .param("school", school.id())
                .param("video", video.hex())
                .query((row, _) -> JSON.readValue(row.getString("storyboard"), Thumbnails.class))
                .optional();
    }

    void enqueue(TranscodeVideo work) {
        jobs.enqueue(TranscodeVideo.KIND, work.key(), work);
    }

    void tell(long school, Hash video) {
        notices.publish(TOPIC, school + " " + video.hex());
    }

    private static Video read(ResultSet row, int number) throws SQLException {
        var left = row.getInt("seconds_left");
        var leftKnown = !row.wasNull();
        var remark = row.getString("remark");
        return new Video(
                new Hash(row.getString("hash")),
                row.getString("name"),
                VideoState.of(row.getString("state")),
                row.getDouble("progress"),
                leftKnown ? Duration.ofSeconds(left) : null,
                Duration.ofMillis(row.getLong("millis")),
                row.getBoolean("poster"),
                row.getBoolean("playable"),
                row.getBoolean("waveform"),
                row.getBoolean("boarded"),
                Chapter.of(row.getString("chapters")),
                transcripts(row.getString("transcripts")),
                row.getBoolean("watermarked"),
                row.getBoolean("limited"),
                remark.isEmpty()
                        ? null
                        : new Remark(remark, List.of((String[]) row.getArray("remark_arguments").getArray())),
                row.getString("log"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    /// `de 01ab…,en 23cd…`
    private static List<CaptionTrack> transcripts(@Nullable String text) {
        if (text == null) return List.of();
        return Arrays.stream(text.split(","))
                .map(each -> each.split(" "))
                .map(words -> new CaptionTrack(words[0], new Hash(words[1]), true))
                .toList();
    }
}
