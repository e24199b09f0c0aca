package org.coursewright.video;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.coursewright.audit.Audit;
import org.coursewright.audit.Deed;
import org.coursewright.identity.Author;
import org.coursewright.school.School;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The options of schools for their videos.
@Repository
class VideoProtection {

    private final JdbcClient jdbc;
    private final Audit audit;

    /// Spares the question for each part of a video. Other nodes know of a change half a minute later.
    private final Cache<Long, Integer> streams = Caffeine.newBuilder().maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(30)).build();

    VideoProtection(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    VideoOptions of(School school) {
        return jdbc.sql("select encrypted, watermark, streams from video_option where school_id = :school")
                .param("school", school.id())
                .query((row, _) -> new VideoOptions(row.getBoolean("encrypted"), row.getBoolean("watermark"),
                        row.getInt("streams")))
                .optional()
                .orElse(VideoOptions.NONE);
    }

    /// At how many browsers one student may watch at the same time; 0 = as many as they like.
    int streams(School school) {
        return streams.get(school.id(), _ -> of(school).streams());
    }

    @Transactional
    void change(Author author, VideoOptions options) {
        jdbc.sql("""
                insert into video_option (school_id, encrypted, watermark, streams)
                values (:school, :encrypted, :watermark, nullif(:streams, 0))
                on conflict (school_id) do update
                set encrypted = excluded.encrypted, watermark = excluded.watermark, streams = excluded.streams
                """)
                .param("school", author.school().id())
                .param("encrypted", options.encrypted())
                .param("watermark", options.watermark())
                .param("streams", options.streams())
                .update();
        audit.record(author.school(), author.account().email().value(), Deed.VIDEO_PROTECTED,
                author.school().name(), options.encrypted() + " " + options.watermark() + " " + options.streams());
        streams.invalidate(author.school().id());
    }
}
