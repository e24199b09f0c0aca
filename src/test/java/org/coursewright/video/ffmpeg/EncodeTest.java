package org.coursewright.video.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.coursewright.video.ffmpeg.Transcoder.Found;
import org.coursewright.video.hls.FragmentedMp4;
import org.coursewright.video.hls.Playlists;
import org.coursewright.video.hls.Playlists.Variant;
import org.coursewright.video.hls.Track;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@Tag("video")
class EncodeTest {

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    @Test
    void aFullHdSourceBecomesTwoRenditionsOfWholeSegments() throws Exception {
        var encoded = encode(Clips.clip(folder, "1920x1080", 30, 4.5));
        assertThat(encoded.run().done()).as(encoded.run().log()).isTrue();
        var tracks = new ArrayList<Track>();
        for (var file : encoded.pictures())
            tracks.add(FragmentedMp4.read(file));
        assertThat(tracks).extracting(Track::height).containsExactly(720, 360);
        assertThat(tracks).extracting(Track::width).containsExactly(1280, 640);
        assertThat(tracks).allSatisfy(track -> {
            assertThat(track.codec()).startsWith("avc1.6400");
            assertThat(track.framesPerSecond()).isEqualTo(30, Offset.offset(0.001));
            assertThat(track.segments().stream().map(segment -> track.seconds(segment.ticks()))).containsExactly(4.0,
                    0.5);
        });
        var sound = FragmentedMp4.read(Objects.requireNonNull(encoded.sound()));
        assertThat(sound.codec()).isEqualTo("mp4a.40.2");
        assertThat(sound.picture()).isFalse();
        for (var file : encoded.pictures()) {
            eachRangeStartsWithAFragment(file, FragmentedMp4.read(file));
            startsAtZero(file);
        }
        eachRangeStartsWithAFragment(encoded.sound(), sound);
        startsAtZero(encoded.sound());
        var master = Playlists.master(
                List.of(new Variant(tracks.getFirst(), "720.m3u8"), new Variant(tracks.getLast(), "360.m3u8")),
                new Variant(sound, "audio.m3u8"), List.of());
        assertThat(master).contains("RESOLUTION=1280x720,FRAME-RATE=30.000,AUDIO=\"sound\"\n720.m3u8\n")
                .contains("CODECS=\"" + tracks.getFirst().codec() + ",mp4a.40.2\"");
        var poster = Clips.transcoder().poster(encoded.pictures().getFirst(), Duration.ofSeconds(4), folder)
                .orElseThrow();
        assertThat(poster).allSatisfy(still -> assertThat(still).isNotEmptyFile());
    }

    @Test
    void aCutUploadEncodesShorterThanItPromised() throws Exception {
        var encoded = encode(Clips.cut(Clips.clip(folder, "320x180", 30, 4), 0.5));
        var track = FragmentedMp4.read(encoded.pictures().getFirst());
        assertThat(track.seconds()).isLessThan(3.5);
    }

    @Test
    void aSilentSourceHasNoSoundRendition() throws Exception {
        var encoded = encode(Clips.silent(folder, "180x320", 1));
        assertThat(encoded.sound()).isNull();
        assertThat(FragmentedMp4.read(encoded.pictures().getFirst()).height()).isEqualTo(320);
    }

    @Test
    void aSoundFileIsOnlyASoundRendition() throws Exception {
        var encoded = encode(Clips.make(folder, "talk.m4a", "-f", "lavfi", "-i", "sine=duration=1", "-c:a", "aac"));
        assertThat(encoded.run().done()).as(encoded.run().log()).isTrue();
        assertThat(encoded.pictures()).isEmpty();
        var sound = FragmentedMp4.read(Objects.requireNonNull(encoded.sound()));
        assertThat(Playlists.master(List.of(), new Variant(sound, "audio.m3u8"), List.of()))
                .doesNotContain("RESOLUTION").contains("audio.m3u8");
    }

    /// As the kernel does when memory is short: that says nothing about the video.
    @Test
    void anEncodeThatSomebodyElseEndsIsNotBlamedOnTheVideo() throws Exception {
        var clip = film();
        var source = ((Found.Readable) Clips.transcoder().probe(clip, folder)).source();
        var encoded = Clips.transcoder().encode(clip, source, folder, _ -> {
            ProcessHandle.current().descendants().filter(child -> child.info().command().orElse("").endsWith("/ffmpeg"))
                    .forEach(ProcessHandle::destroyForcibly);
            return true;
        });
        assertThat(encoded.run().ending()).isEqualTo(Run.Ending.KILLED);
    }

    @Test
    void aCancelledEncodeEndsItsProcess() throws Exception {
        var clip = film();
        var source = ((Found.Readable) Clips.transcoder().probe(clip, folder)).source();
        var encoded = Clips.transcoder().encode(clip, source, folder, _ -> false);
        assertThat(encoded.run().ending()).isEqualTo(Run.Ending.CANCELLED);
        assertThat(folder.resolve("child")).doesNotExist();
    }

    @Test
    void anOrphanOfACrashIsEndedAndAStrangerWithItsNumberIsNot() throws Exception {
        var orphan = new ProcessBuilder("sleep", "60").start();
        Files.writeString(folder.resolve("child"), orphan.pid() + " 1999-01-01T00:00:00Z");
        ProcessNote.endOrphan(folder);
        assertThat(orphan.isAlive()).isTrue();
        ProcessNote.write(folder.resolve("child"), orphan.toHandle());
        ProcessNote.endOrphan(folder);
        assertThat(orphan.waitFor()).isEqualTo(128 + 9);
    }

    /// Its encode takes some seconds.
    private static Path film() throws Exception {
        var film = shared.resolve("clip.mp4");
        return Files.exists(film) ? film : Clips.clip(shared, "1280x720", 30, 10);
    }

    private Transcoder.Encoded encode(Path clip) throws Exception {
        var source = ((Found.Readable) Clips.transcoder().probe(clip, folder)).source();
        return Clips.transcoder().encode(clip, source, folder, _ -> true);
    }

    private static void eachRangeStartsWithAFragment(Path file, Track track) throws Exception {
        var bytes = Files.readAllBytes(file);
        var at = track.opening();
        for (var segment : track.segments()) {
            assertThat(new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1)).isEqualTo("moof");
            var seconds = track.seconds(segment.ticks());
            if (seconds >= 2)
                assertThat((double) track.peakBandwidth()).isGreaterThanOrEqualTo(segment.bytes() * 8 / seconds);
            at += segment.bytes();
        }
        assertThat(new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1)).isEqualTo("mfra");
    }

    private void startsAtZero(Path file) throws Exception {
        assertThat(startTime(file, folder)).isEqualTo("0.000000");
    }

    static String startTime(Path file, Path folder) throws Exception {
        var answer = new Runner(Clips.transcoder().program(), Sandbox.ofThisMachine()).ask(
                List.of("-v", "error", "-show_entries", "stream=start_time", "-of", "json", "-i", "file:" + file),
                folder, Duration.ofSeconds(20));
        return JsonMapper.shared().readTree(answer.out()).path("streams").get(0).path("start_time").asString();
    }
}
