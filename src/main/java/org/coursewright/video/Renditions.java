package org.coursewright.video;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.coursewright.platform.Hash;
import org.coursewright.school.School;
import org.coursewright.video.hls.Track;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The renditions of videos that play, with the places of their segments.
@Repository
class Renditions {

    private final JdbcClient jdbc;

    Renditions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The best first, the sound last; none while the video does not play yet.
    List<Rendition> of(School school, Hash video) {
        return jdbc.sql("""
                select rendition.name, file, codec, width, height, timescale, frames, opening, segment_bytes, segment_ticks,
                    segment_keys, encrypted
                from rendition
                join video on video.school_id = rendition.school_id and video.hash = rendition.video_hash
                where rendition.school_id = :school and rendition.video_hash = :video and (playable or video.state = 'ready')
                order by position
                """)
                .param("school", school.id())
                .param("video", video.hex())
                .query(Renditions::read)
                .list();
    }

    void replace(School school, Hash video, List<Rendition> renditions) {
        jdbc.sql("delete from rendition where school_id = :school and video_hash = :video")
                .param("school", school.id())
                .param("video", video.hex())
                .update();
        for (var position = 0; position < renditions.size(); position++)
            add(school, video, position, renditions.get(position));
    }

    private void add(School school, Hash video, int position, Rendition rendition) {
        var track = rendition.track();
        jdbc.sql("""
                insert into rendition (school_id, video_hash, name, position, file, codec, width, height, timescale, frames, opening,
                    segment_bytes, segment_ticks, segment_keys, encrypted)
                values (:school, :video, :name, :position, :file, :codec, :width, :height, :timescale, :frames, :opening, :bytes, :ticks,
                    :keys, :encrypted)
                """)
                .param("school", school.id())
                .param("video", video.hex())
                .param("name", rendition.name())
                .param("position", position)
                .param("file", rendition.file())
                .param("codec", track.codec())
                .param("width", track.width())
                .param("height", track.height())
                .param("timescale", track.timescale())
                .param("frames", track.frames())
                .param("opening", track.opening())
                .param("bytes", track.segments().stream().map(Track.Segment::bytes).toArray(Integer[]::new))
                .param("ticks", track.segments().stream().map(Track.Segment::ticks).toArray(Long[]::new))
                .param("keys", track.segments().stream().map(Track.Segment::key).toArray(Integer[]::new))
                .param("encrypted", rendition.encrypted())
                .update();
    }

    private static Rendition read(ResultSet row, int number) throws SQLException {
        var bytes = (Integer[]) row.getArray("segment_bytes").getArray();
        var ticks = (Long[]) row.getArray("segment_ticks").getArray();
        var keys = (Integer[]) row.getArray("segment_keys").getArray();
        var segments = IntStream.range(0, bytes.length)
                .mapToObj(at -> new Track.Segment(bytes[at], ticks[at], keys.length == bytes.length ? keys[at] : 0))
                .toList();
        return new Rendition(row.getString("name"), row.getString("file"),
                new Track(row.getString("codec"), row.getInt("width"),
                        row.getInt("height"), row.getInt("timescale"), row.getLong("frames"), row.getInt("opening"),
                        segments),
                row.getBoolean("encrypted"));
    }
}
