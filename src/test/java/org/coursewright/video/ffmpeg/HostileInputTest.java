package org.coursewright.video.ffmpeg;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coursewright.platform.Messages;
import org.coursewright.video.ffmpeg.Transcoder.Found;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Files that are no video, or that were made to do harm. Each is refused with a sentence, soon, without a word of another
/// file of this machine and without a connection to anywhere.
@Tag("video")
class HostileInputTest {

    private static final String SECRET = "the canary sings at midnight";
    private static final int SOON = 15;

    @TempDir
    Path folder;

    private ServerSocket network;
    private Path canary;

    /// What is sent, and which answers are right.
    ///
    /// @param content `CANARY` is the address of a local file, `NETWORK` that of a server
    record Hostile(String name, byte[] content, Set<Refusal> refusals) {

        Hostile(String name, String content, Refusal... refusals) {
            this(name, content.getBytes(ISO_8859_1), Set.of(refusals));
        }

        Hostile(String name, byte[] content, Refusal... refusals) {
            this(name, content, Set.of(refusals));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeEach
    void listen() throws IOException {
        network = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        network.setSoTimeout(1);
        canary = Files.writeString(folder.resolve("canary.txt"), SECRET);
    }

    @AfterEach
    void close() throws IOException {
        network.close();
    }

    static Stream<Hostile> hostile() {
        var noise = new byte[20_000];
        new Random(11).nextBytes(noise);
        return Stream.of(
                new Hostile("nothing.mp4", "", Refusal.EMPTY),
                new Hostile("zeros.mp4", new byte[100_000], Refusal.UNKNOWN),
                new Hostile("noise.mp4", noise, Refusal.UNKNOWN),
                new Hostile("notes.mp4", "This was meant to be a video.\n", Refusal.TEXT),
                new Hostile("page.mp4", "<!doctype html><video src=NETWORK></video>", Refusal.TEXT),
                new Hostile("captions.mp4", "1\n00:00:01,000 --> 00:00:02,000\nHello\n", Refusal.TEXT),
                new Hostile("session.mp4", "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\nm=video 5004 RTP/AVP 96\r\n",
                        Refusal.TEXT),
                new Hostile("picture.mp4", "<svg xmlns='http://www.w3.org/2000/svg'><image href='CANARY'/></svg>",
                        Refusal.PICTURE),
                new Hostile("script.mp4", "ffconcat version 1.0\nfile CANARY\n", Refusal.PLAYLIST),
                new Hostile("hidden-script.mp4", "ffconcat version 1.0\nfile CANARY\n\1\2", Refusal.UNKNOWN),
                new Hostile("local.mp4", "#EXTM3U\n#EXTINF:4,\nCANARY\n#EXT-X-ENDLIST\n", Refusal.PLAYLIST),
                new Hostile("remote.mp4", "#EXTM3U\n#EXTINF:4,\nNETWORK/x.ts\n#EXT-X-ENDLIST\n", Refusal.PLAYLIST),
                new Hostile("hidden-list.mp4", "\0\0\0\0#EXTM3U\n#EXTINF:4,\nNETWORK/x.ts\n#EXT-X-ENDLIST\n",
                        Refusal.UNKNOWN),
                new Hostile("manifest.mp4", "<?xml version='1.0'?><MPD><BaseURL>NETWORK/</BaseURL></MPD>",
                        Refusal.PLAYLIST),
                new Hostile("paper.mp4", "%PDF-1.7 ...", Refusal.DOCUMENT),
                new Hostile("archive.mp4", "PK\3\4 ...", Refusal.ARCHIVE),
                new Hostile("bundle.mp4", "\37\213\10\0 ...", Refusal.ARCHIVE),
                new Hostile("still.mp4", "\211PNG\r\n\32\n ...", Refusal.PICTURE),
                new Hostile("photo.mp4", "\377\330\377\340 ...", Refusal.PICTURE),
                new Hostile("boxes.mp4",
                        repeated(box("ftyp", "isom\0\0\2\0isom".getBytes(ISO_8859_1)), box("free"), 300_000),
                        Refusal.UNFINISHED, Refusal.UNKNOWN),
                new Hostile("streams.mp4", movie(repeated(new byte[0], box("trak"), 200_000)), Refusal.UNKNOWN,
                        Refusal.UNREADABLE, Refusal.NOTHING_TO_PLAY),
                new Hostile("deep.mp4", movie(nested("udta", 20_000)), Refusal.UNKNOWN, Refusal.UNFINISHED,
                        Refusal.NOTHING_TO_PLAY),
                new Hostile("length.mp4", movie(ByteBuffer.allocate(16).putInt(0x7fffffff).put("trak".getBytes(UTF_8))
                        .array()), Refusal.UNKNOWN, Refusal.UNFINISHED, Refusal.NOTHING_TO_PLAY));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void hostile(Hostile hostile) throws Exception {
        var text = new String(hostile.content(), ISO_8859_1).replace("CANARY", canary.toUri().toString())
                .replace("NETWORK", "http://127.0.0.1:" + network.getLocalPort());
        refused(Files.write(folder.resolve(hostile.name()), text.getBytes(ISO_8859_1)), hostile.refusals());
    }

    @Test
    void aRecordingThatWasNotFinishedHasNoIndex() throws Exception {
        var whole = Clips.make(folder, "late.mp4", "-f", "lavfi", "-i", "testsrc2=size=320x180:duration=1", "-c:v",
                "libx264", "-preset", "ultrafast");
        refused(Clips.cut(whole, 0.5), Set.of(Refusal.UNFINISHED));
    }

    @Test
    void onlyCaptionsAreNothingToPlay() throws Exception {
        var captions = Files.writeString(folder.resolve("captions.srt"), "1\n00:00:01,000 --> 00:00:02,000\nHello\n");
        refused(Clips.make(folder, "captions.mkv", "-i", captions.toString(), "-c:s", "srt"),
                Set.of(Refusal.NOTHING_TO_PLAY));
    }

    /// The size stands in the header of the container and in that of each picture.
    @Test
    void aPictureOfThreeAndAHalfThousandMegapixelsIsNeverDecoded() throws Exception {
        var film = Clips.make(folder, "huge.avi", "-f", "lavfi", "-i", "testsrc2=size=64x48:rate=5:duration=1", "-c:v",
                "mjpeg");
        var bytes = Files.readAllBytes(film);
        replace(bytes, new byte[]{64, 0, 0, 0, 48, 0, 0, 0},
                new byte[]{0x60, (byte) 0xea, 0, 0, 0x60, (byte) 0xea, 0, 0});
        replace(bytes, new byte[]{8, 0, 48, 0, 64, 3}, new byte[]{8, (byte) 0xea, 0x60, (byte) 0xea, 0x60, 3});
        refused(Files.write(film, bytes), Set.of(Refusal.TOO_LARGE, Refusal.UNKNOWN, Refusal.NOTHING_TO_PLAY));
    }

    /// It says that it lasts for weeks; what is there is encoded, and the author hears of the rest.
    @Test
    void aLieAboutTheLengthCostsNoMoreThanTheTruth() throws Exception {
        var clip = Clips.silent(folder, "64x36", 1);
        var bytes = Files.readAllBytes(clip);
        var header = new String(bytes, ISO_8859_1).indexOf("mvhd");
        ByteBuffer.wrap(bytes).putInt(header + 4 + 4 + 8 + 4, 0x7ffffff0);
        Files.write(clip, bytes);
        var source = ((Found.Readable) Clips.transcoder().probe(clip, folder)).source();
        var encoded = Clips.transcoder().encode(clip, source, Pass.whole(source), null, folder, _ -> true);
        assertThat(encoded.run().done()).as(encoded.run().log()).isTrue();
        assertThat(Files.size(encoded.pictures().getFirst())).isLessThan(1_000_000);
    }

    private void refused(Path file, Set<Refusal> refusals) throws Exception {
        var began = System.nanoTime();
        var before = files();
        var found = Clips.transcoder().probe(file, folder);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(SOON));
        assertThat(found).isInstanceOfSatisfying(Found.Refused.class, refused -> {
            assertThat(refused.refusal()).isIn(refusals);
            assertThat(Messages.english().get(refused.refusal().key())).endsWith(".");
            assertThat(refused.log()).doesNotContain(SECRET);
        });
        assertThat(files()).as("nothing was written").isEqualTo(before);
        nobodyCalled();
    }

    private void nobodyCalled() throws IOException {
        try (var caller = network.accept()) {
            throw new AssertionError("the file made a connection from " + caller.getRemoteSocketAddress());
        } catch (SocketTimeoutException _) {
            // as it should be
        }
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().collect(Collectors.toList());
        }
    }

    private static void replace(byte[] bytes, byte[] old, byte[] fresh) {
        var found = 0;
        for (var at = 0; at + old.length <= bytes.length; at++)
            if (Arrays.equals(bytes, at, at + old.length, old, 0, old.length)) {
                System.arraycopy(fresh, 0, bytes, at, fresh.length);
                found++;
            }
        assertThat(found).as("the bytes to change were not found").isPositive();
    }

    private static byte[] movie(byte[] content) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(box("ftyp", "isom\0\0\2\0isom".getBytes(ISO_8859_1)));
        all.writeBytes(box("moov", content));
        return all.toByteArray();
    }

    private static byte[] repeated(byte[] start, byte[] each, int times) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(start);
        for (var count = 0; count < times; count++)
            all.writeBytes(each);
        return all.toByteArray();
    }

    private static byte[] nested(String name, int depth) {
        var all = ByteBuffer.allocate(8 * depth);
        for (var level = depth; level > 0; level--)
            all.putInt(8 * level).put(name.getBytes(ISO_8859_1));
        return all.array();
    }

    private static byte[] box(String name, byte... content) {
        return ByteBuffer.allocate(8 + content.length).putInt(8 + content.length).put(name.getBytes(ISO_8859_1))
                .put(content).array();
    }
}
