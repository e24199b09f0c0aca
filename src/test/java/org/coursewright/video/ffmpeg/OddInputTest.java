package org.coursewright.video.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.coursewright.video.ffmpeg.Transcoder.Found;
import org.coursewright.video.hls.FragmentedMp4;
import org.coursewright.video.hls.Track;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/// Files as people really send them. Each becomes renditions that start at zero, upright and with square pixels.
@Tag("video")
class OddInputTest {

    private static final String PICTURE = "-f lavfi -i testsrc2=size=320x180:rate=30:duration=1 ";
    private static final String SOUND = "-f lavfi -i sine=duration=1 ";
    private static final String X264 = "-c:v libx264 -preset ultrafast -pix_fmt yuv420p ";

    @TempDir
    Path folder;

    /// @param width of the best rendition; 0 = only sound
    record Odd(String name, String arguments, int width, int height) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Odd> odd() {
        return Stream.of(
                new Odd("vfr.mkv", PICTURE + SOUND + "-vf select='not(mod(n,7))' -fps_mode vfr " + X264 + "-c:a flac",
                        320, 180),
                new Odd("hdr10.mkv",
                        PICTURE + "-c:v libx265 -preset ultrafast -x265-params log-level=none -pix_fmt yuv420p10le "
                                + "-color_primaries bt2020 -color_trc smpte2084 -colorspace bt2020nc",
                        320, 180),
                new Odd("ten-bit.mov", PICTURE + "-c:v prores_ks -pix_fmt yuv422p10le", 320, 180),
                new Odd("interlaced.mp4", PICTURE + "-vf interlace " + X264 + "-flags +ilme+ildct", 320, 180),
                new Odd("anamorphic.mp4",
                        "-f lavfi -i testsrc2=size=241x181:rate=25:duration=1 -vf setsar=4/3 -c:v libx264 "
                                + "-preset ultrafast -pix_fmt yuv444p",
                        320, 180),
                new Odd("fast.mp4", "-f lavfi -i testsrc2=size=320x180:rate=60:duration=1 " + X264, 320, 180),
                new Odd("slow.mp4", "-f lavfi -i testsrc2=size=320x180:rate=1:duration=3 " + X264, 320, 180),
                new Odd("tiny.mp4", "-f lavfi -i testsrc2=size=64x36:rate=30:duration=0.2 " + X264, 64, 36),
                new Odd("mono.webm", PICTURE + SOUND + "-c:v libvpx -b:v 200k -deadline realtime -c:a libopus", 320,
                        180),
                new Odd("surround.mp4", PICTURE
                        + "-f lavfi -i sine=duration=1 -filter_complex [1]pan=5.1|c0=c0|c1=c0|c2=c0|c3=c0|c4=c0|c5=c0 "
                        + X264 + "-c:a aac", 320, 180),
                new Odd("late-sound.mkv", PICTURE + "-itsoffset 0.4 " + SOUND + X264 + "-c:a aac", 320, 180),
                new Odd("late-picture.mkv", "-itsoffset 0.4 " + PICTURE + SOUND + X264 + "-c:a aac", 320, 180),
                new Odd("two-sounds.mkv", PICTURE + SOUND + SOUND + "-map 0 -map 1 -map 2 " + X264 + "-c:a aac", 320,
                        180),
                new Odd("song.mp3",
                        SOUND + "-f lavfi -i color=red:size=100x100:duration=0.1 -map 0 -map 1 -frames:v 1 -c:v mjpeg "
                                + "-disposition:v attached_pic -c:a libmp3lame",
                        0, 0),
                new Odd("old.avi", PICTURE + SOUND + "-c:v mpeg4 -c:a mp3", 320, 180),
                new Odd("hlg.mkv",
                        PICTURE + "-c:v libx265 -preset ultrafast -x265-params log-level=none -pix_fmt yuv420p10le "
                                + "-color_primaries bt2020 -color_trc arib-std-b67 -colorspace bt2020nc",
                        320, 180),
                new Odd("camera.mp4", PICTURE + "-c:v libx264 -preset ultrafast -pix_fmt yuv422p10le", 320, 180),
                new Odd("european.mp4", "-f lavfi -i testsrc2=size=320x180:rate=50:duration=1 " + X264, 320, 180),
                new Odd("transparent.mov", PICTURE + "-vf format=rgba,colorchannelmixer=aa=0.5 -c:v qtrle", 320, 180),
                new Odd("grey.mkv", PICTURE + "-vf format=gray -c:v ffv1", 320, 180),
                new Odd("modern.webm", PICTURE + SOUND + "-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -c:a libopus",
                        320, 180),
                new Odd("recorder.ts", PICTURE + SOUND + X264 + "-c:a aac -output_ts_offset 3600", 320, 180),
                new Odd("stream.flv", PICTURE + SOUND + "-c:v flv1 -c:a mp3 -ar 44100", 320, 180),
                new Odd("old.mpg", PICTURE + SOUND + "-c:v mpeg2video -c:a mp2", 320, 180),
                new Odd("long-sound.mp4", PICTURE + "-f lavfi -i sine=duration=2 " + X264 + "-c:a aac", 320, 180),
                new Odd("silent.mp4", PICTURE + X264, 320, 180),
                new Odd("memo.m4a", SOUND + "-c:a aac -ar 22050 -ac 1", 0, 0),
                new Odd("memo.wav", SOUND + "-c:a pcm_s24le -ar 96000", 0, 0),
                new Odd("memo.flac", SOUND + "-c:a flac", 0, 0),
                new Odd("memo.ogg", SOUND + "-c:a libopus", 0, 0));
    }

    /// How a phone was held, and what a cutting program wrote in front.
    @ParameterizedTest
    @CsvSource({"-display_rotation 90, 180, 320", "-display_rotation 180, 320, 180", "-display_rotation 270, 180, 320",
            "-display_rotation 90 -display_hflip, 180, 320", "-ss 0.3, 320, 180"})
    void copied(String options, int width, int height) throws Exception {
        var flat = Clips.make(folder, "flat.mp4", (PICTURE + SOUND + X264 + "-g 8 -bf 2 -c:a aac").split(" ", -1));
        var copy = Clips.make(folder, "copy.mov", (options + " -i " + flat + " -c copy").split(" ", -1));
        var best = encode(copy).getFirst();
        assertThat(best.width()).isEqualTo(width);
        assertThat(best.height()).isEqualTo(height);
    }

    @Test
    void halfAFileGivesHalfAVideoAndSaysSo() throws Exception {
        var half = Clips.cut(Clips.clip(folder, "320x180", 30, 4), 0.5);
        var promised = ((Found.Readable) Clips.transcoder().probe(half, folder)).source().duration();
        assertThat(promised.toMillis()).isBetween(3900L, 4100L);
        assertThat(encode(half).getFirst().seconds()).isBetween(1.0, 3.0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void odd(Odd odd) throws Exception {
        var file = Clips.make(folder, odd.name(), odd.arguments().strip().split(" ", -1));
        var tracks = encode(file);
        var pictures = tracks.stream().filter(Track::picture).toList();
        assertThat(pictures.isEmpty()).isEqualTo(odd.width() == 0);
        if (!pictures.isEmpty()) {
            assertThat(pictures.getFirst().width()).isEqualTo(odd.width());
            assertThat(pictures.getFirst().height()).isEqualTo(odd.height());
            assertThat(pictures.getFirst().framesPerSecond()).isLessThan(30.5);
        }
    }

    @Test
    void aLiveRecordingDoesNotSayHowLongItIs() throws Exception {
        var webm = Clips.make(folder, "live.webm",
                (PICTURE + "-c:v libvpx -deadline realtime -live 1 -f webm").split(" ", -1));
        var source = ((Found.Readable) Clips.transcoder().probe(webm, folder)).source();
        assertThat(source.duration()).isZero();
        assertThat(encode(webm).getFirst().seconds()).isBetween(0.9, 1.1);
    }

    @Test
    void bytesThatFlippedOnTheWayStillGiveAVideo() throws Exception {
        var clip = Clips.clip(folder, "320x180", 30, 2);
        var bytes = Files.readAllBytes(clip);
        var random = new Random(42);
        for (var flips = 0; flips < 100; flips++)
            bytes[bytes.length / 3 + random.nextInt(bytes.length * 2 / 3)] ^= (byte) (1 << random.nextInt(8));
        Files.write(clip, bytes);
        assertThat(encode(clip).getFirst().seconds()).isGreaterThan(1);
    }

    private List<Track> encode(Path file) throws Exception {
        var source = ((Found.Readable) Clips.transcoder().probe(file, folder)).source();
        var encoded = Clips.transcoder().encode(file, source, Pass.whole(source), null, folder, _ -> true);
        assertThat(encoded.run().done()).as(encoded.run().log()).isTrue();
        var files = new ArrayList<>(encoded.pictures());
        if (encoded.sound() != null) files.add(encoded.sound());
        var tracks = new ArrayList<Track>();
        for (var each : files) {
            tracks.add(FragmentedMp4.read(each));
            plays(each);
        }
        return tracks;
    }

    /// What every browser can show: square pixels, eight bits, no high range; two channels at 48 kHz; both from zero on.
    private void plays(Path file) throws Exception {
        var answer = new Runner(Clips.transcoder().program(), Sandbox.ofThisMachine(Clips.transcoder().program())).ask(
                List.of("-v", "error", "-show_streams", "-of", "json", "-i", "file:" + file), folder,
                Duration.ofSeconds(20));
        var stream = JsonMapper.shared().readTree(answer.out()).path("streams").get(0);
        assertThat(stream.path("start_time").asString()).as("%s", file.getFileName()).isEqualTo("0.000000");
        if (stream.path("codec_type").asString().equals("audio")) {
            assertThat(stream.path("sample_rate").asString()).isEqualTo("48000");
            assertThat(stream.path("channels").asInt()).isEqualTo(2);
            return;
        }
        assertThat(stream.path("pix_fmt").asString()).isEqualTo("yuv420p");
        assertThat(stream.path("sample_aspect_ratio").asString("1:1")).isEqualTo("1:1");
        assertThat(stream.path("color_transfer").asString("bt709")).isNotIn("smpte2084", "arib-std-b67");
        assertThat(stream.path("side_data_list").isMissingNode()).as("nothing is left to be turned").isTrue();
    }
}
