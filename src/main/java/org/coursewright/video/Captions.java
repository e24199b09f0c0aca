package org.coursewright.video;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.coursewright.platform.Hash;
import org.coursewright.school.School;
import org.coursewright.storage.Blobs;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The captions of videos. A caption file never changes once it is in, so its cues are remembered in memory.
@Repository
public class Captions {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_REMEMBERED = 200_000;

    private final JdbcClient jdbc;
    private final Blobs blobs;
    private final Cache<Key, List<Cue>> remembered = Caffeine.newBuilder()
            .maximumWeight(MOST_REMEMBERED).weigher((Key _, List<Cue> cues) -> cues.size() + 1).build();

    private record Key(long school, Hash video, String language, String digits) {}

    Captions(JdbcClient jdbc, Blobs blobs) {
        this.jdbc = jdbc;
        this.blobs = blobs;
    }

    /// Makes sure that stored caption files can be shown with their videos; called whenever a revision that names them
    /// is committed, after the videos themselves. A file without a single readable cue shows nothing.
    @Transactional
    public void ensure(School school, List<VideoFiles> files) throws IOException {
        var known = jdbc.sql("""
                select video_hash, language, hash
                from caption
                where school_id = :school and video_hash = any(:videos)
                """)
                .param("school", school.id())
                .param("videos", files.stream().map(file -> file.video().hex()).toArray(String[]::new))
                .query((row, _) -> row.getString("video_hash") + row.getString("language") + row.getString("hash"))
                .set();
        for (var file : files)
            for (var track : file.captions()) {
                if (known.contains(file.video().hex() + track.language() + track.file().hex())) continue;
                var bytes = bytes(school, track.file());
                if (bytes.isPresent()) add(school, file.video(), track, CaptionText.read(bytes.get()).cues());
            }
    }

    /// What is said in a caption file, in order; the transcript of a lesson.
    public List<Cue> cues(School school, Hash video, CaptionTrack track) {
        return cues(school, video, track.name());
    }

    List<Cue> cues(School school, Hash video, CaptionTrack.Name name) {
        var key = new Key(school.id(), video, name.language(), name.digits());
        var found = remembered.getIfPresent(key);
        if (found != null) return found;
        var read = jdbc.sql("""
                select cues
                from caption
                where school_id = :school and video_hash = :video and language = :language and left(hash, 16) = :digits
                """)
                .param("school", school.id())
                .param("video", video.hex())
                .param("language", name.language())
                .param("digits", name.digits())
                .query((row, _) -> List.of(JSON.readValue(row.getString("cues"), Cue[].class)))
                .optional();
        read.ifPresent(cues -> remembered.put(key, cues));
        return read.orElse(List.of());
    }

    /// Stores captions that no file holds.
    ///
    /// @return the hash that names them
    Hash add(School school, Hash video, String language, List<Cue> cues) {
        var track = new CaptionTrack(language, Hash.of(CaptionText.vtt(cues)), true);
        add(school, video, track, cues);
        return track.file();
    }

    private Optional<byte[]> bytes(School school, Hash file) throws IOException {
        var object = blobs.open(school, file);
        if (object.isEmpty()) return Optional.empty();
        try (var in = object.get().open()) {
            return Optional.of(in.readNBytes(CaptionText.MOST_BYTES + 1));
        }
    }

    private void add(School school, Hash video, CaptionTrack track, List<Cue> cues) {
        jdbc.sql("""
                insert into caption (school_id, video_hash, language, hash, cues)
                values (:school, :video, :language, :hash, :cues::jsonb)
                on conflict do nothing
                """)
                .param("school", school.id())
                .param("video", video.hex())
                .param("language", track.language())
                .param("hash", track.file().hex())
                .param("cues", JSON.writeValueAsString(cues))
                .update();
    }
}
