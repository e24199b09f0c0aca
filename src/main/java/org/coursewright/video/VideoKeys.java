package org.coursewright.video;

import java.security.SecureRandom;
import java.util.Optional;
import org.coursewright.platform.Hash;
import org.coursewright.school.School;
import org.coursewright.video.hls.SegmentCipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The keys of encrypted videos: one for all renditions of a video.
@Repository
class VideoKeys {

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    VideoKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<byte[]> find(School school, Hash video) {
        return jdbc.sql("select key from video where school_id = :school and hash = :video and key is not null")
                .param("school", school.id())
                .param("video", video.hex())
                .query((row, _) -> row.getBytes("key"))
                .optional();
    }

    /// The cipher for what is made now, where the school wants its videos encrypted. The key of a video never changes,
    /// since people may be playing it.
    @Transactional
    Optional<SegmentCipher> cipher(School school, Hash video) {
        var fresh = new byte[SegmentCipher.SIZE];
        random.nextBytes(fresh);
        return jdbc.sql("""
                update video
                set key = coalesce(key, :fresh)
                where school_id = :school and hash = :video
                  and exists (select from video_option where video_option.school_id = :school and encrypted)
                returning key
                """)
                .param("fresh", fresh)
                .param("school", school.id())
                .param("video", video.hex())
                .query((row, _) -> new SegmentCipher(row.getBytes("key")))
                .optional();
    }
}
