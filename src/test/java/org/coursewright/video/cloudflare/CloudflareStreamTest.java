package org.coursewright.video.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.coursewright.Program;
import org.coursewright.identity.Account;
import org.coursewright.identity.Accounts;
import org.coursewright.identity.Memberships;
import org.coursewright.identity.Role;
import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.coursewright.school.Schools;
import org.coursewright.storage.Blobs;
import org.coursewright.video.PlaybackAccess;
import org.coursewright.video.PlaybackTokens;
import org.coursewright.video.Video;
import org.coursewright.video.VideoProviders;
import org.coursewright.video.VideoState;
import org.coursewright.video.Videos;
import org.coursewright.video.Viewer;
import org.coursewright.video.ffmpeg.Clips;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A school whose videos are made by Cloudflare Stream, through the real program and a server that speaks as that does.
@Tag("video")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CloudflareStreamTest {

    private static final Viewer ADA = new Viewer.OfStudent(1);
    private static final Viewer EVE = new Viewer.OfStudent(2);

    @TempDir
    static Path data;

    @TempDir
    static Path folder;

    private StreamServer server;
    private Program program;
    private Videos videos;
    private School school;
    private Account owner;
    private int clips;

    @BeforeAll
    void anOperatorHasAnAccountAndChoosesItForOneSchool() throws Exception {
        Clips.lendTo(data);
        server = new StreamServer();
        PlaybackAccess enrolments = (_, viewer, _) -> viewer.equals(ADA);
        program = new Program(data, Map.of("onlyAda", enrolments),
                "--coursewright.video.provider=" + server.setting(folder));
        videos = program.bean(Videos.class);
        school = program.bean(Schools.class).create(new Slug("ada"), "Ada's school").orElseThrow();
        owner = program.bean(Accounts.class).ensure(new EmailAddress("ada@example.org"));
        program.bean(Memberships.class).ensure(school, owner, Role.OWNER, "test");
        program.bean(VideoProviders.class).choose(school, "cloudflare", "operator@example.org");
    }

    @AfterEach
    void forget() {
        server.videos.clear();
        program.database().jdbc().sql("delete from cloudflare_copy").update();
        program.database().jdbc().sql("delete from video").update();
    }

    @AfterAll
    void close() {
        program.close();
        server.close();
    }

    @Test
    void aVideoIsSentAndEncodedThereAndPlaysForThoseWhoMayWatch() throws Exception {
        var file = clip(11 << 20);
        var video = pushed(file);
        await(video, found -> found.percent() == 50);
        assertThat(server.only().bytes()).as("in three chunks").isEqualTo(Files.readAllBytes(file));
        assertThat(server.only().name()).isEqualTo("ada " + video);
        assertThat(studio()).contains("Cloudflare Stream is working on it.", "50 %");

        server.only().encode("40.000000", false, -1);
        round();
        assertThat(studio()).contains("70 %");
        assertThat(get(tokens().issue(school, ADA, video, List.of()).manifest()).statusCode()).isEqualTo(503);
        server.only().encode("60.000000", true, 2);
        round();
        assertThat(studio()).contains("plays already", "80 %");

        server.only().ready(2.04);
        round();
        var ready = videos.find(school, video).orElseThrow();
        assertThat(ready.ready()).isTrue();
        assertThat(ready.remark()).isNull();
        assertThat(ready.length().toMillis()).isEqualTo(2040);
        var playback = tokens().issue(school, ADA, video, List.of());
        assertThat(played(playback.manifest()).body()).startsWith("#EXTM3U");
        assertThat(get(playback.dash()).headers().firstValue("Location").orElseThrow())
                .startsWith(server.origin() + "/ey").endsWith("/manifest/video.mpd");
        assertThat(get(playback.poster()).statusCode()).as("the still picture is ours").isEqualTo(200);
        assertThat(get("/media/public/" + video + "/master.m3u8").statusCode()).as("it is for sale").isEqualTo(404);
        assertThat(get(tokens().issue(school, EVE, video, List.of()).manifest()).statusCode())
                .as("the enrolment is asked before anything is signed").isEqualTo(403);
    }

    @Test
    void aTokenEndsWithOursAndNoOtherKeyOrVideoIsTaken() throws Exception {
        var video = ready();
        var address = get(tokens().issue(school, ADA, video, List.of()).manifest()).headers()
                .firstValue("Location").orElseThrow();
        var parts = URI.create(address).getPath().split("/")[1].split("\\.");
        var body = new String(java.util.Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        var end = Long.parseLong(body.replaceAll(".*\"exp\":(\\d+).*", "$1"));
        var ours = Long.parseLong(tokens().issue(school, ADA, video, List.of()).manifest().split("\\.")[1]);
        assertThat(end).isEqualTo(ours);
        assertThat(Program.send(HttpRequest.newBuilder(URI.create(address.replace(parts[1], parts[0]))))
                .statusCode()).isEqualTo(401);
    }

    @Test
    void aLineThatBreaksIsTakenUpAgainWhereItBroke() throws Exception {
        server.cutsTheLine(1);
        server.saysNotSoOften(1);
        var file = clip(12 << 20);
        var video = pushed(file);
        await(video, found -> found.percent() == 50);
        assertThat(server.only().bytes()).isEqualTo(Files.readAllBytes(file));
        assertThat(program.database().jdbc().sql("select run from video").query(Integer.class).single())
                .as("it took another attempt").isGreaterThan(1);
    }

    @Test
    void anErrorThereIsASentenceAndAnotherTrySendsItAnew() throws Exception {
        var video = pushed(clip(0));
        await(video, found -> found.percent() == 50);
        var first = server.videos.keySet().iterator().next();
        server.only().fail("ERR_MALFORMED_VIDEO", "The video was deemed to be corrupted or malformed.");
        round();
        assertThat(studio()).contains("Cloudflare Stream found the file damaged.",
                "ERR_MALFORMED_VIDEO The video was deemed to be corrupted", "/retry");
        assertThat(server.videos).as("what failed is removed there").isEmpty();
        round();
        videos.retry(school, video);
        await(video, found -> found.percent() == 50);
        assertThat(server.videos).hasSize(1).doesNotContainKey(first);
    }

    @Test
    void aTokenThatIsNoLongerGoodAndAFullAccountAreToldToPeople() throws Exception {
        server.changesItsToken("another");
        var video = pushed(clip(0));
        await(video, found -> found.state() == VideoState.FAILED);
        assertThat(studio()).contains("Cloudflare Stream does not let us in.", "403 Authentication error (10000)");
        server.changesItsToken(StreamServer.TOKEN);
        server.isFull(true);
        videos.retry(school, video);
        await(video, found -> found.log().contains("Storage capacity exceeded (10011)"));
        assertThat(studio()).contains("perhaps the minutes of the account are used up");
        server.isFull(false);
        videos.retry(school, video);
        await(video, found -> found.percent() == 50);
    }

    @Test
    void aCancelledVideoIsRemovedThereHoweverOften() throws Exception {
        var video = pushed(clip(0));
        await(video, found -> found.percent() == 50);
        videos.cancel(school, video);
        server.breaks(1);
        round();
        assertThat(server.videos).as("it did not answer").hasSize(1);
        round();
        assertThat(server.videos).isEmpty();
        round();
        assertThat(copies()).isZero();
    }

    @Test
    void whatNoLessonHasShownForAMonthIsRemovedThereAndComesBackWhenAsked() throws Exception {
        var old = ready();
        var lesson = Files.createDirectories(folder.resolve("school/courses/java"));
        Files.writeString(lesson.resolve("01-hello.md"), "# Hello\n\nWelcome.\n");
        Files.copy(clip(20), lesson.resolve("01-hello.mp4"));
        program.publish(school, folder.resolve("school"));
        var shown = Hash.of(lesson.resolve("01-hello.mp4"));
        await(shown, found -> found.percent() == 50);
        server.videos.values().forEach(video -> video.ready(1));
        round();
        program.bean(Following.class).putAway();
        assertThat(videos.find(school, old).orElseThrow().ready()).as("not at once").isTrue();
        program.database().jdbc().sql("update cloudflare_copy set shown_at = now() - interval '31 days'").update();
        program.bean(Following.class).putAway();
        round();
        assertThat(server.videos).hasSize(1);
        assertThat(videos.find(school, shown).orElseThrow().ready()).isTrue();
        assertThat(get(tokens().issue(school, ADA, old, List.of()).manifest()).statusCode()).isEqualTo(404);
        assertThat(studio()).contains("No lesson has shown it for a month");
        videos.retry(school, old);
        await(old, found -> found.percent() == 50);
        assertThat(server.videos).hasSize(2);
    }

    @Test
    void anotherChoiceHoldsForNewVideosAlone() throws Exception {
        var there = ready();
        var providers = program.bean(VideoProviders.class);
        providers.choose(school, "", "operator@example.org");
        var here = pushed(clip(0));
        await(here, Video::ready);
        providers.choose(school, "cloudflare", "operator@example.org");
        assertThat(server.videos).hasSize(1);
        assertThat(get(tokens().issue(school, ADA, here, List.of()).manifest()).statusCode()).isEqualTo(200);
        assertThat(played(tokens().issue(school, ADA, there, List.of()).manifest()).statusCode()).isEqualTo(200);
    }

    @Test
    void onlyPagesOfSuchASchoolMayFetchFromThere() throws Exception {
        var other = program.bean(Schools.class).create(new Slug("bob"), "Bob's school").orElseThrow();
        assertThat(policy(school, "/sign-in")).contains("media-src 'self' " + server.origin() + " blob:;",
                "connect-src 'self' " + server.origin() + ";");
        assertThat(policy(other, "/sign-in")).doesNotContain(server.origin());
        var video = ready();
        assertThat(program.bean(CloudflareStream.class).manifest(other, video,
                org.coursewright.video.Manifest.HLS, Instant.now())).as("of another school").isEmpty();
    }

    @Test
    void aNoticeIsBelievedWhenItIsSignedAndFreshAndDoesNoHarmTwice() throws Exception {
        var video = pushed(clip(0));
        await(video, found -> found.percent() == 50);
        server.only().ready(1);
        var body = "{\"uid\":\"" + server.videos.keySet().iterator().next() + "\",\"status\":{\"state\":\"error\"}}";
        var now = Instant.now().getEpochSecond();
        assertThat(notice(body, "time=" + now + ",sig1=" + "0".repeat(64))).isEqualTo(403);
        assertThat(notice(body + " ", signed(now, body))).as("another body").isEqualTo(403);
        assertThat(notice(body, signed(now - 301, body))).as("an old one").isEqualTo(403);
        assertThat(notice(body, signed(now + 301, body))).isEqualTo(403);
        assertThat(videos.find(school, video).orElseThrow().ready()).isFalse();
        assertThat(notice(body, signed(now, body))).isEqualTo(204);
        assertThat(videos.find(school, video).orElseThrow().ready())
                .as("it is asked for, whatever the notice says").isTrue();
        server.only().fail("ERR_UNKNOWN", "");
        assertThat(notice(body, signed(now, body))).isEqualTo(204);
        assertThat(videos.find(school, video).orElseThrow().ready()).isTrue();
        assertThat(notice("{}", signed(now, "{}"))).as("of a video that is not ours").isEqualTo(204);
    }

    private Hash ready() throws Exception {
        var video = pushed(clip(0));
        await(video, found -> found.percent() == 50);
        server.only().ready(1);
        round();
        return video;
    }

    /// A clip that is another file each time, and as large as wanted: players skip a box that is called free.
    private Path clip(int more) throws Exception {
        var file = Clips.clip(Files.createDirectories(folder.resolve("clip-" + clips++)), "64x36", 30, 1);
        var free = new byte[Math.max(16, more)];
        new Random(clips).nextBytes(free);
        ByteBuffer.wrap(free).putInt(free.length).put("free".getBytes(StandardCharsets.US_ASCII));
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
            out.write(free);
        }
        return file;
    }

    private Hash pushed(Path file) throws Exception {
        var copy = Files.copy(file, file.resolveSibling("sent.mp4"));
        var video = program.bean(Blobs.class).put(school, copy, "video/mp4").hash();
        videos.ensure(school, Map.of(video, "courses/a/01.mp4"));
        return video;
    }

    private void await(Hash video, Predicate<Video> wanted) throws Exception {
        for (var tries = 0; tries < 300; tries++) {
            round(); // which comes by itself every ten seconds
            if (wanted.test(videos.find(school, video).orElseThrow())) return;
            Thread.sleep(100);
        }
        throw new AssertionError(videos.find(school, video).orElseThrow());
    }

    private void round() throws Exception {
        program.bean(Following.class).round();
    }

    private long copies() {
        return program.database().jdbc().sql("select count(*) from cloudflare_copy").query(Long.class).single();
    }

    private String studio() throws Exception {
        return Program.send(program.request(owner, "/studio/ada/videos").header("Host", "localhost").GET()).body();
    }

    private String policy(School at, String path) throws Exception {
        return Program.send(program.request(at, path)).headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    private PlaybackTokens tokens() {
        return program.bean(PlaybackTokens.class);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return Program.send(program.request(school, path));
    }

    private HttpResponse<String> played(String manifest) throws Exception {
        var answer = get(manifest);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        return Program.send(HttpRequest.newBuilder(URI.create(answer.headers().firstValue("Location").orElseThrow())));
    }

    private int notice(String body, String signature) throws Exception {
        return Program.send(program.request("/webhooks/cloudflare-stream").header("Host", "localhost")
                .header("Webhook-Signature", signature).POST(HttpRequest.BodyPublishers.ofString(body))).statusCode();
    }

    private static String signed(long time, String body) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("the-secret-of-notices".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "time=" + time + ",sig1=" + HexFormat.of().formatHex(
                mac.doFinal((time + "." + body).getBytes(StandardCharsets.UTF_8)));
    }
}
