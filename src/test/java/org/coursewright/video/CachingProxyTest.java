package org.coursewright.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.coursewright.Program;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.coursewright.school.Schools;
import org.coursewright.storage.Blobs;
import org.coursewright.storage.Storage;
import org.coursewright.video.ffmpeg.Clips;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A cache before the program keeps the bytes once for all students, and lets nobody in whom the program would not.
@Tag("video")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CachingProxyTest {

    private static final Viewer ADA = new Viewer.OfStudent(1);
    private static final Viewer BEN = new Viewer.OfStudent(2);
    private static final String LARGE = "1080-0123456789ab.mp4";
    private static final Pattern MEDIA = Pattern
            .compile("(#EXT-X-MAP:URI=.*?BYTERANGE=\"|#EXT-X-BYTERANGE:)(\\d+)@(\\d+)");

    private final Set<Viewer> enrolled = ConcurrentHashMap.newKeySet();
    private final Set<Hash> open = ConcurrentHashMap.newKeySet();
    private final byte[] film = new byte[5_300_000];

    @TempDir
    static Path data;

    @TempDir
    static Path work;

    private Program program;
    private CachingProxy proxy;
    private PlaybackTokens tokens;
    private School school;
    private Hash video;

    @BeforeAll
    void aVideoIsReadyBehindTheProxy() throws Exception {
        assumeTrue(CachingProxy.installed(), "This needs nginx: apt install nginx-light");
        Clips.lendTo(data);
        PlaybackAccess enrolments = (_, viewer, _) -> enrolled.contains(viewer);
        PublicVideos freeLessons = (_, hash) -> open.contains(hash);
        program = new Program(data, Map.of("paidOnes", enrolments, "freeOnes", freeLessons));
        proxy = new CachingProxy(Files.createDirectory(work.resolve("nginx")), program.url("/").getPort());
        tokens = program.bean(PlaybackTokens.class);
        school = program.bean(Schools.class).create(new Slug("ada"), "Ada's school").orElseThrow();
        video = program.bean(Blobs.class).put(school, Clips.clip(work, "640x360", 30, 9), "video/mp4").hash();
        program.bean(Videos.class).ensure(school, Map.of(video, "a/01.mp4"));
        new Random(5).nextBytes(film);
        var storage = program.bean(Storage.class);
        storage.put(Attempt.folder(school, video) + "/" + LARGE, Files.write(storage.scratch(), film));
        enrolled.addAll(Set.of(ADA, BEN));
        await();
    }

    @AfterAll
    void close() throws Exception {
        if (proxy != null) proxy.close();
        if (program != null) program.close();
    }

    @Test
    void theSecondStudentIsServedFromTheCache() throws Exception {
        var first = play(ADA);
        var before = proxy.parts().size();
        var second = play(BEN);
        assertThat(second).containsExactlyElementsOf(first);
        var parts = proxy.parts();
        parts = parts.subList(before, parts.size());
        assertThat(parts).hasSizeGreaterThan(20);
        var hits = parts.stream().filter(part -> part.startsWith("HIT ")).count();
        assertThat((double) hits / parts.size()).as("%s", parts).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void aPlaylistIsNeverKeptSoAnEndedEnrolmentEndsAtOnce() throws Exception {
        var eve = new Viewer.OfStudent(3);
        var address = tokens.issue(school, eve, video, List.of()).manifest();
        enrolled.add(eve);
        assertThat(get("ada", address).statusCode()).isEqualTo(200);
        enrolled.remove(eve);
        assertThat(get("ada", address).statusCode()).isEqualTo(403);
    }

    @Test
    void whoHasNoAccessGetsNothingOutOfTheCache() throws Exception {
        var bob = program.bean(Schools.class).create(new Slug("bob"), "Bob's school").orElseThrow();
        var later = Instant.now().plusSeconds(60);
        var good = tokens.token(school, ADA, video, later);
        var inside = media("ada", good, LARGE);
        assertThat(inside.body()).isEqualTo(film);
        assertThat(inside.headers().firstValue("Cache-Control")).contains("private, max-age=31536000, immutable");
        for (var ticket : List.of("public", "nonsense", good + "x", good.replaceFirst("s1", "s2"),
                tokens.token(school, ADA, video, Instant.now().minusSeconds(1)),
                tokens.token(school, ADA, Hash.of("another video"), later), tokens.token(bob, ADA, video, later)))
            assertThat(media("ada", ticket, LARGE).statusCode()).as(ticket).isEqualTo(403);
        assertThat(media("bob", good, LARGE).statusCode()).as("on the host of another school").isEqualTo(403);
        assertThat(media("bob", tokens.token(bob, ADA, video, later), LARGE).statusCode())
                .as("what lies in the cache belongs to ada").isEqualTo(404);
        for (var ticket : List.of("", "%20", "a%0d%0ab", "../" + good, good + "%2f" + video.hex() + "%2f..%2f.."))
            assertThat(media("ada", ticket, LARGE).statusCode()).as(ticket).isBetween(400, 404);
    }

    @Test
    void rangesAreAnsweredAsIfThereWereNoCache() throws Exception {
        var ticket = tokens.token(school, ADA, video, Instant.now().plusSeconds(60));
        for (var round = 0; round < 2; round++) {
            for (var from : List.of(0, 1, 1_048_575, 1_048_576, 3_000_000)) {
                var part = media("ada", ticket, LARGE, "Range", "bytes=" + from + "-" + (from + 1_999_999));
                assertThat(part.statusCode()).isEqualTo(206);
                assertThat(part.headers().firstValue("Content-Range"))
                        .contains("bytes " + from + "-" + (from + 1_999_999) + "/" + film.length);
                assertThat(part.body()).isEqualTo(Arrays.copyOfRange(film, from, from + 2_000_000));
            }
            assertThat(media("ada", ticket, LARGE, "Range", "bytes=-10").body())
                    .isEqualTo(Arrays.copyOfRange(film, film.length - 10, film.length));
            assertThat(media("ada", ticket, LARGE, "Range", "bytes=" + film.length + "-").statusCode()).isEqualTo(416);
        }
    }

    @Test
    void whatIsFreeNeedsNoToken() throws Exception {
        var free = Hash.of("a free lesson");
        var storage = program.bean(Storage.class);
        storage.put(Attempt.folder(school, free) + "/" + LARGE, Files.write(storage.scratch(), film));
        var address = "/media/public/" + free.hex() + "/" + LARGE;
        open.add(free);
        assertThat(get("ada", address).body()).isEqualTo(film);
        assertThat(get("ada", "/media/public/" + free.hex() + "/access").statusCode()).isEqualTo(204);
        assertThat(get("ada", "/media/public/" + video.hex() + "/access").statusCode()).isEqualTo(403);
    }

    /// What a player does: the playlists of all renditions, each segment in them, and a large file in pieces.
    private List<Hash> play(Viewer viewer) throws Exception {
        var manifest = tokens.issue(school, viewer, video, List.of()).manifest();
        var folder = manifest.substring(0, manifest.indexOf("master.m3u8"));
        var got = new ArrayList<Hash>();
        for (var name : List.of("360", "audio")) {
            var answer = get("ada", folder + name + ".m3u8");
            assertThat(answer.statusCode()).as(name).isEqualTo(200);
            var playlist = new String(answer.body(), StandardCharsets.UTF_8);
            var file = playlist.lines().filter(line -> line.endsWith(".mp4")).findFirst().orElseThrow();
            for (var range = MEDIA.matcher(playlist); range.find();)
                got.add(piece(folder + file, Long.parseLong(range.group(3)), Integer.parseInt(range.group(2))));
        }
        for (var at = 0; at + 400_000 < film.length; at += 400_000)
            got.add(piece(folder + LARGE, at, 400_000));
        return got;
    }

    private Hash piece(String address, long from, int length) throws Exception {
        var answer = get("ada", address, "Range", "bytes=" + from + "-" + (from + length - 1));
        assertThat(answer.statusCode()).as(address).isEqualTo(206);
        assertThat(answer.body()).hasSize(length);
        return Hash.of(answer.body());
    }

    private HttpResponse<byte[]> media(String host, String ticket, String file, String... headers) throws Exception {
        return get(host, "/media/" + ticket + "/" + video.hex() + "/" + file, headers);
    }

    private HttpResponse<byte[]> get(String host, String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + proxy.port() + path))
                .header("Host", host + ".localhost");
        if (headers.length > 0) request.headers(headers);
        return Program.HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private void await() throws Exception {
        for (var tries = 0; tries < 300; tries++) {
            if (program.bean(Videos.class).find(school, video).orElseThrow().state() == VideoState.READY) return;
            Thread.sleep(100);
        }
        throw new AssertionError(program.bean(Videos.class).find(school, video).orElseThrow());
    }
}
