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
    void aFullHdSourceBecomesFourRenditionsOfWholeSegments() throws Exception {
        var encoded = encode(Clips.clip(folder, "1920x1080", 30, 4.5));
        assertThat(encoded.run().done()).as(encoded.run().log()).isTrue();
        var tracks = new ArrayList<Track>();
        for (var file : encoded.pictures())
            tracks.add(FragmentedMp4.read(file));
        assertThat(tracks).extracting(Track::height).containsExactly(1080, 720, 480, 360);
        assertThat(tracks).extracting(Track::width).containsExactly(1920, 1280, 854, 640);
        assertThat(tracks).allSatisfy(track -> {
            assertThat(track.codec()).startsWith("avc1.6400");
            assertThat(track.keyed()).isTrue();
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
                List.of(new Variant(tracks.getFirst(), "1080", ""), new Variant(tracks.getLast(), "360", "")),
                new Variant(sound, "audio", ""), List.of());
        assertThat(master).contains("RESOLUTION=1920x1080,FRAME-RATE=30.000,AUDIO=\"sound\"\n1080.m3u8\n")
                .contains("CODECS=\"" + tracks.getFirst().codec() + ",mp4a.40.2\"");
        var poster = Clips.transcoder().poster(encoded.pictures().getFirst(), Duration.ofSeconds(4), folder)
                .orElseThrow();
        assertThat(poster).allSatisfy(still -> assertThat(still).isNotEmptyFile());
    }

    @Test
    void thePictureOfASourceThatBrowsersPlayIsKeptAndTheOthersAreCutAtItsKeyFrames() throws Exception {
        var clip = Clips.make(folder, "cuts.mp4", "-f", "lavfi", "-i", "testsrc2=size=640x480:rate=30:duration=9",
                "-f", "lavfi", "-i", "sine=duration=9", "-c:v", "libx264", "-preset", "veryfast", "-bf", "3",
                "-force_key_frames", "2.5,3.1,6.2", "-g", "300", "-pix_fmt", "yuv420p", "-c:a", "aac");
        var source = ((Found.Readable) Clips.transcoder().probe(clip, folder)).source();
        var copy = Clips.transcoder().copy(clip, source, folder, _ -> true);
        var kept = FragmentedMp4.of(copy.pictures().getFirst());
        assertThat(kept.start()).isEqualTo(0);
        assertThat(FragmentedMp4.of(Objects.requireNonNull(copy.sound())).start())
                .as("what an AAC encoder puts in front is cut off").isBetween(-0.03, 0.0);
        assertThat(kept.steady()).isTrue();
        assertThat(kept.longestGap()).isEqualTo(3.1, Offset.offset(0.04));
        var top = kept.track(FragmentedMp4.Cut.KEY_FRAMES);
        assertThat(top.segments()).extracting(segment -> top.seconds(segment.ticks())).usingElementComparator(
                (one, other) -> Math.abs(one - other) < 0.001 ? 0 : 1).containsExactly(2.5, 3.7, 2.8);
        startsAtZero(copy.pictures().getFirst());
        startsAtZero(copy.sound());
        var beside = Clips.transcoder().encode(clip, source, Pass.beside(source, true), null, folder, _ -> true);
        assertThat(beside.run().done()).as(beside.run().log()).isTrue();
        assertThat(beside.pictures()).extracting(file -> file.getFileName().toString()).containsExactly("360.mp4");
        var lower = FragmentedMp4.of(beside.pictures().getFirst()).track(FragmentedMp4.Cut.KEY_FRAMES);
        assertThat(lower.alignedWith(top)).isTrue();
        assertThat(lower.alignedWith(FragmentedMp4.read(beside.pictures().getFirst()))).isFalse();
        startsAtZero(beside.pictures().getFirst());
    }

    /// Encoding it is not tried here: that takes as long as it takes.
    @Test
    void aRecordingOfSixHoursIsKeptAndCutInSeconds() throws Exception {
        var minute = Clips.make(folder, "minute.mp4", "-f", "lavfi", "-i", "color=size=64x36:rate=2:duration=60",
                "-f", "lavfi", "-i", "anullsrc=r=48000:cl=stereo:d=60", "-c:v", "libx264", "-preset", "ultrafast",
                "-g", "8", "-pix_fmt", "yuv420p", "-c:a", "aac", "-b:a", "32k");
        var day = Clips.make(folder, "six-hours.mp4", "-stream_loop", "359", "-i", minute.toString(), "-c", "copy");
        var source = ((Found.Readable) Clips.transcoder().probe(day, folder)).source();
        assertThat(source.duration()).isBetween(Duration.ofHours(6), Duration.ofHours(6).plusSeconds(30));
        assertThat(Objects.requireNonNull(source.picture()).copyable()).isTrue();
        assertThat(Transcoder.storyboard(source).orElseThrow().pictures()).isLessThanOrEqualTo(201);
        var copy = Clips.transcoder().copy(day, source, folder, _ -> true);
        assertThat(copy.run().done()).as(copy.run().log()).isTrue();
        var kept = FragmentedMp4.of(copy.pictures().getFirst());
        assertThat(kept.steady()).isTrue();
        assertThat(kept.longestGap()).isEqualTo(4, Offset.offset(0.6));
        var track = kept.track(FragmentedMp4.Cut.KEY_FRAMES);
        assertThat(track.segments()).hasSizeBetween(5300, 5500);
        var sound = FragmentedMp4.read(Objects.requireNonNull(copy.sound()));
        assertThat(track.seconds()).isEqualTo(sound.seconds(), Offset.offset(1.0));
        eachRangeStartsWithAFragment(copy.pictures().getFirst(), track);
    }

    @Test
    void soundIsBroughtToTheLoudnessOfTheWebWhateverItWas() throws Exception {
        var quiet = speech("volume=-12dB");
        var loud = speech("volume=14dB");
        for (var clip : List.of(quiet, loud)) {
            var encoded = encodeLevelled(clip);
            var level = Objects.requireNonNull(measured(Objects.requireNonNull(encoded.sound())).loudness());
            assertThat(level.integrated()).as(clip.toString()).isEqualTo(Loudness.TARGET, Offset.offset(1.0));
            assertThat(level.truePeak()).isLessThan(0);
        }
    }

    @Test
    void silenceStaysSilent() throws Exception {
        var clip = Clips.make(folder, "silence.m4a", "-f", "lavfi", "-i", "anullsrc=d=2", "-c:a", "aac");
        var level = Objects.requireNonNull(measured(Objects.requireNonNull(encodeLevelled(clip).sound())).loudness());
        assertThat(level.integrated()).isLessThan(-60);
    }

    @Test
    void smallPicturesAndAWaveformShowWhatIsWhere() throws Exception {
        var clip = Clips.clip(folder, "320x180", 30, 9);
        var encoded = encode(clip);
        assertThat(encoded.sheets()).singleElement().satisfies(sheet -> assertThat(sheet).isNotEmptyFile());
        var source = ((Found.Readable) Clips.transcoder().probe(clip, folder)).source();
        assertThat(Transcoder.storyboard(source)).contains(new Storyboard(4, 160, 90, 3));
        assertThat(Objects.requireNonNull(measured(clip).waveform()).toFile().length())
                .isBetween(9 * 8000 * 2L, 9 * 8000 * 2L + 1000);
    }

    private Path speech(String level) throws Exception {
        return Clips.make(folder, "speech" + level.hashCode() + ".m4a", "-f", "lavfi", "-i",
                "anoisesrc=c=pink:a=0.4:d=6:seed=7,tremolo=f=3:d=0.8,lowpass=f=3500," + level, "-c:a", "aac");
    }

    private Transcoder.Encoded encodeLevelled(Path clip) throws Exception {
        var source = ((Found.Readable) Clips.transcoder().probe(clip, folder)).source();
        return Clips.transcoder().encode(clip, source, Pass.whole(source), measured(clip).loudness(), folder,
                _ -> true);
    }

    private Transcoder.Measured measured(Path clip) throws Exception {
        var source = ((Found.Readable) Clips.transcoder().probe(clip, folder)).source();
        var measured = Clips.transcoder().measure(clip, source, folder, _ -> true);
        assertThat(measured.run().done()).as(measured.run().log()).isTrue();
        return measured;
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
        assertThat(Playlists.master(List.of(), new Variant(sound, "audio", ""), List.of()))
                .doesNotContain("RESOLUTION").contains("audio.m3u8");
    }

    /// As the kernel does when memory is short: that says nothing about the video.
    @Test
    void anEncodeThatSomebodyElseEndsIsNotBlamedOnTheVideo() throws Exception {
        var clip = film();
        var source = ((Found.Readable) Clips.transcoder().probe(clip, folder)).source();
        var encoded = Clips.transcoder().encode(clip, source, Pass.whole(source), null, folder, _ -> {
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
        var encoded = Clips.transcoder().encode(clip, source, Pass.whole(source), null, folder, _ -> false);
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
        return Clips.transcoder().encode(clip, source, Pass.whole(source), null, folder, _ -> true);
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
        var answer = new Runner(Clips.transcoder().program(), Sandbox.ofThisMachine(Clips.transcoder().program())).ask(
                List.of("-v", "error", "-show_entries", "stream=start_time", "-of", "json", "-i", "file:" + file),
                folder, Duration.ofSeconds(20));
        return JsonMapper.shared().readTree(answer.out()).path("streams").get(0).path("start_time").asString();
    }
}
