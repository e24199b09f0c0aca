package org.coursewright.video;

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

    VideoProtection(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    VideoOptions of(School school) {
        return jdbc.sql("select encrypted, watermark from video_option where school_id = :school")
                .param("school", school.id())
                .query((row, _) -> new VideoOptions(row.getBoolean("encrypted"), row.getBoolean("watermark")))
                .optional()
                .orElse(VideoOptions.NONE);
    }

    @Transactional
    void change(Author author, VideoOptions options) {
        jdbc.sql("""
                insert into video_option (school_id, encrypted, watermark)
                values (:school, :encrypted, :watermark)
                on conflict (school_id) do update set encrypted = excluded.encrypted, watermark = excluded.watermark
                """)
                .param("school", author.school().id())
                .param("encrypted", options.encrypted())
                .param("watermark", options.watermark())
                .update();
        audit.record(author.school(), author.account().email().value(), Deed.VIDEO_PROTECTED,
                author.school().name(), options.encrypted() + " " + options.watermark());
    }
}
