package org.coursewright.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.coursewright.Program;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Messages;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.coursewright.school.Schools;
import org.coursewright.storage.Blobs;
import org.coursewright.storage.Storage;
import org.coursewright.video.ffmpeg.Clips;
import org.coursewright.video.hls.FragmentedMp4;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Files of which a browser might play the picture as it is, the whole way: whether that picture is kept, that picture
/// and sound begin together, and what the author is told.
@Tag("video")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OddVideosTest {

    private static final String PICTURE = "-f lavfi -i testsrc2=size=320x180:rate=30:duration=2 ";
    private static final String SOUND = "-f lavfi -i sine=duration=2 ";
    private static final String X264 = "-c:v libx264 -preset ultrafast -pix_fmt yuv420p ";

    private static final boolean KEPT = true;
    private static final boolean ENCODED = false;

    @TempDir
    static Path data;

    @TempDir
    static Path folder;

    private final Map<String, Hash> sent = new HashMap<>();
    private Program program;
    private School school;

    @BeforeAll
    void everythingIsSentAtOnce() throws Exception {
        Clips.lendTo(data);
        program = new Program(data, Map.of());
        school = program.bean(Schools.class).create(new Slug("ada"), "Ada's school").orElseThrow();
        make("plain.mp4", PICTURE + SOUND + X264 + "-bf 2 -g 60 -c:a aac");
        make("sixty.mp4", "-f lavfi -i testsrc2=size=320x180:rate=60:duration=2 " + X264);
        make("surround.mp4", PICTURE + SOUND + "-af pan=5.1|c0=c0|c1=c0|c2=c0|c3=c0|c4=c0|c5=c0 " + X264 + "-c:a aac");
        make("long-sound.mp4", PICTURE + "-f lavfi -i sine=duration=3 " + X264 + "-c:a aac");
        make("late-picture.mkv", "-itsoffset 0.4 " + PICTURE + SOUND + X264 + "-c:a aac");
        make("late-sound.mkv", PICTURE + "-itsoffset 0.4 " + SOUND + X264 + "-c:a aac");
        make("late-both.mkv", PICTURE + SOUND + X264 + "-c:a aac -output_ts_offset 7");
        make("changing.mp4", PICTURE + "-vf select='not(mod(n,7))+lt(n,20)' -fps_mode vfr " + X264);
        make("rare-keys.mp4", "-f lavfi -i testsrc2=size=64x36:rate=10:duration=12 " + X264 + "-g 1000");
        make("interlaced.mp4", PICTURE + "-vf interlace " + X264 + "-flags +ilme+ildct");
        make("recorder.ts", PICTURE + SOUND + X264 + "-c:a aac");
        var plain = folder.resolve("plain.mp4");
        make("turned.mp4", "-display_rotation 90 -i " + plain + " -c copy");
        make("cut.mov", "-ss 0.5 -i " + plain + " -c copy");
        send("half.mp4", Clips.cut(Clips.clip(folder, "320x180", 30, 4), 0.5));
        send("unfinished.mp4", Clips.cut(plain, 0.5));
        program.bean(Videos.class).ensure(school, names());
    }

    @AfterAll
    void close() {
        program.close();
    }

    @Test
    void whatBrowsersPlayIsKept() throws Exception {
        plays("plain.mp4", KEPT, 320, 2);
        plays("sixty.mp4", KEPT, 320, 2);
        plays("surround.mp4", KEPT, 320, 2);
        plays("long-sound.mp4", KEPT, 320, 3);
    }

    @Test
    void aPictureThatDoesNotBeginWithItsSoundIsEncoded() throws Exception {
        plays("late-picture.mkv", ENCODED, 320, 2.4);
        plays("cut.mov", ENCODED, 320, 1.5);
        plays("late-sound.mkv", ENCODED, 320, 2.4);
    }

    @Test
    void aRecordingThatBeginsLateBeginsAtZero() throws Exception {
        var video = await("late-both.mkv");
        for (var each : renditions(video)) {
            assertThat(Math.abs(start(video, each))).isLessThan(0.05);
            assertThat(each.track().seconds()).isBetween(1.9, 2.2);
        }
    }

    @Test
    void aPictureThatStandsStillOrHasFewPlacesToJumpToIsEncoded() throws Exception {
        plays("changing.mp4", ENCODED, 320, 2);
        plays("rare-keys.mp4", ENCODED, 64, 12);
        plays("interlaced.mp4", ENCODED, 320, 2);
        plays("recorder.ts", ENCODED, 320, 2);
        plays("turned.mp4", ENCODED, 180, 2);
    }

    @Test
    void halfAFilePlaysAndTheAuthorReadsHowMuchOfItThereIs() throws Exception {
        var half = await("half.mp4");
        assertThat(half.state()).isEqualTo(VideoState.READY);
        assertThat(half.length().toMillis()).isBetween(1000L, 3000L);
        assertThat(told(half)).matches(".*\\b[12]\\.\\d of 4\\.0 s.*");
    }

    @Test
    void aRecordingWithoutItsEndIsRefusedWithAReason() throws Exception {
        var unfinished = await("unfinished.mp4");
        assertThat(unfinished.state()).isEqualTo(VideoState.FAILED);
        assertThat(told(unfinished)).contains("not finished");
    }

    private void plays(String name, boolean kept, int width, double seconds) throws Exception {
        var video = await(name);
        assertThat(video.state()).as("%s: %s", name, video.remark()).isEqualTo(VideoState.READY);
        assertThat(video.remark()).as(name).isNull();
        assertThat(video.length().toMillis() / 1000.0).as(name).isBetween(seconds - 0.15, seconds + 0.15);
        var all = renditions(video);
        assertThat(all.getFirst().track().width()).as(name).isEqualTo(width);
        // our own are High, those of the clips are not
        assertThat(!all.getFirst().track().codec().startsWith("avc1.64")).as("%s is kept", name).isEqualTo(kept);
        for (var each : all)
            assertThat(Math.abs(start(video, each))).as("%s %s", name, each.name()).isLessThanOrEqualTo(0.05);
    }

    /// When the first frame of a stored rendition is shown.
    private double start(Video video, Rendition rendition) throws Exception {
        var key = Attempt.folder(school, video.hash()) + "/" + rendition.file();
        var object = program.bean(Storage.class).find(key).orElseThrow();
        var copy = folder.resolve(rendition.file());
        try (var in = object.open(0, object.size())) {
            Files.write(copy, in.readAllBytes());
        }
        return FragmentedMp4.of(copy).start();
    }

    private List<Rendition> renditions(Video video) {
        return program.bean(Renditions.class).of(school, video.hash());
    }

    private static String told(Video video) {
        var remark = video.remark();
        return remark == null ? "" : remark.in(Messages.english());
    }

    private Video await(String name) throws Exception {
        for (var tries = 0; tries < 1200; tries++) {
            var found = program.bean(Videos.class).find(school, Objects.requireNonNull(sent.get(name))).orElseThrow();
            if (found.state().ended()) return found;
            Thread.sleep(100);
        }
        throw new AssertionError(name + " hangs");
    }

    private void make(String name, String arguments) throws Exception {
        send(name, Clips.make(folder, name, arguments.strip().split(" ", -1)));
    }

    private void send(String name, Path file) throws Exception {
        sent.put(name, program.bean(Blobs.class)
                .put(school, Files.copy(file, folder.resolve("sent-" + name)), "video/mp4").hash());
    }

    private Map<Hash, String> names() {
        var names = new HashMap<Hash, String>();
        sent.forEach((name, hash) -> names.put(hash, name));
        return names;
    }
}
