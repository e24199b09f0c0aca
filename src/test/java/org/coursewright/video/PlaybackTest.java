package org.coursewright.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.coursewright.Program;
import org.coursewright.content.Previews;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.coursewright.school.Schools;
import org.coursewright.storage.Blobs;
import org.coursewright.storage.Storage;
import org.coursewright.video.ffmpeg.Clips;
import org.coursewright.video.ffmpeg.Source;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// From a stored file to the bytes that a player fetches, through the real program.
@Tag("video")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlaybackTest {

    private static final Source ANY = new Source(Duration.ofSeconds(1), null, new Source.Sound("aac", 2, true),
            List.of());
    private static final Viewer ADA = new Viewer.OfStudent(1);

    private final Set<Hash> open = ConcurrentHashMap.newKeySet();
    private final Set<Hash> paid = ConcurrentHashMap.newKeySet();
    private final PublicVideos freeLessons = (_, video) -> open.contains(video);
    private final PlaybackAccess enrolments = (_, viewer, video) -> viewer.equals(ADA) && paid.contains(video);

    @TempDir
    static Path data;

    @TempDir
    static Path folder;

    private Program program;
    private Videos videos;
    private PlaybackTokens tokens;
    private School school;
    private Hash video;
    private CaptionTrack english;

    @BeforeAll
    void aLessonIsPushed() throws Exception {
        Clips.lendTo(data);
        program = start(Map.of("freeOnes", freeLessons, "paidOnes", enrolments));
        videos = program.bean(Videos.class);
        tokens = program.bean(PlaybackTokens.class);
        school = program.bean(Schools.class).create(new Slug("ada"), "Ada's school").orElseThrow();
        video = stored(Clips.clip(folder, "1280x720", 30, 2));
        english = new CaptionTrack("en", blobs().put(school, "WEBVTT\n\n00:00.500 --> 00:01.500\n<b>Hello</b>\n"
                .getBytes(StandardCharsets.UTF_8), "text/vtt").hash());
        paid.add(video);
        videos.ensure(school, Map.of(video, "courses/a/01.mp4"));
        captions().ensure(school, List.of(new VideoFiles("courses/a/01.mp4", video, List.of(english))));
        await(video, VideoState.READY);
    }

    Program start(Map<String, Object> beans) throws Exception {
        return new Program(data, beans);
    }

    @AfterAll
    void close() {
        program.close();
    }

    @Test
    void aVideoIsEncodedOnceHoweverOftenItIsPushed() throws Exception {
        videos.ensure(school, Map.of(video, "courses/a/02-renamed.mp4"));
        Thread.sleep(700);
        var found = videos.find(school, video).orElseThrow();
        assertThat(found.state()).isEqualTo(VideoState.READY);
        assertThat(found.name()).isEqualTo("courses/a/02-renamed.mp4");
        assertThat(found.remark()).isNull();
        assertThat(found.length().toMillis()).isBetween(1990L, 2100L);
        assertThat(program.database().jdbc().sql("select run from video").query(Integer.class).list()).contains(1);
        for (var tries = 0; tries < 50 && worksInAFolder(); tries++)
            Thread.sleep(100); // somebody takes a still picture
        assertThat(worksInAFolder()).isFalse();
    }

    @Test
    void aPlayerFindsItsWayFromTheManifestToEverySegment() throws Exception {
        var playback = tokens.issue(school, ADA, video, List.of(english));
        var master = get(playback.manifest());
        assertThat(master.statusCode()).isEqualTo(200);
        assertThat(master.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/vnd.apple.mpegurl"));
        assertThat(master.headers().firstValue("Cache-Control")).contains("no-store");
        var text = new String(master.body(), StandardCharsets.UTF_8);
        assertThat(text).contains("RESOLUTION=1280x720", "RESOLUTION=854x480", "RESOLUTION=640x360", "audio.m3u8",
                english.name() + ".m3u8");
        for (var name : List.of("720.m3u8", "480.m3u8", "360.m3u8", "audio.m3u8"))
            eachSegmentIsAFragment(playback, name);
        assertThat(text(playback, "480-keys.m3u8")).contains("#EXT-X-I-FRAMES-ONLY");
        assertThat(text(playback.dash())).contains("<Representation id=\"720\"", "480-", english.name() + ".vtt");
        var small = Pattern.compile("(storyboard-.*jpg)#xywh=0,0,160,90").matcher(text(playback.thumbnails()));
        assertThat(small.find()).isTrue();
        assertThat(get(folder(playback) + small.group(1)).body()).startsWith(0xff, 0xd8);
        assertThat(text(playback, "waveform.json")).matches("\\[\\d+(,\\d+){999}]");
        assertThat(text(playback, english.name() + ".m3u8")).contains(english.name() + ".vtt");
        assertThat(text(playback, english.name() + ".vtt"))
                .isEqualTo("WEBVTT\n\n00:00:00.500 --> 00:00:01.500\nHello\n");
        assertThat(get(playback.poster()).body()).startsWith("RIFF".getBytes(StandardCharsets.US_ASCII));
        assertThat(captions().cues(school, video, english)).extracting(Cue::text).containsExactly("Hello");
    }

    @Test
    void rangesAndConditionsAreAnsweredAsHttpKnowsThem() throws Exception {
        var folder = folder(tokens.issue(school, ADA, video, List.of()));
        var file = folder + segments(text(folder + "720.m3u8"));
        var whole = get(file);
        var size = whole.body().length;
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.headers().firstValue("Content-Length")).contains("" + size);
        assertThat(whole.headers().firstValue("Cache-Control")).contains("private, max-age=31536000, immutable");
        var part = get(file, "Range", "bytes=1000-99999");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 1000-99999/" + size);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 1000, 100_000));
        assertThat(get(file, "Range", "bytes=-10").body()).isEqualTo(Arrays.copyOfRange(whole.body(), size - 10, size));
        var outside = get(file, "Range", "bytes=" + size + "-");
        assertThat(outside.statusCode()).isEqualTo(416);
        assertThat(outside.headers().firstValue("Content-Range")).contains("bytes */" + size);
        var tag = whole.headers().firstValue("ETag").orElseThrow();
        assertThat(get(file, "If-None-Match", tag).statusCode()).isEqualTo(304);
        var head = Program.HTTP.send(request(file).method("HEAD", HttpRequest.BodyPublishers.noBody()).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Length")).contains("" + size);
    }

    @Test
    void aTokenIsGoodForOneViewerOneVideoOneSchoolAndItsTime() throws Exception {
        var other = program.bean(Schools.class).create(new Slug("bob"), "Bob's school").orElseThrow();
        var good = tokens.token(school, ADA, video, Instant.now().plusSeconds(60));
        assertThat(status(good, video)).isEqualTo(200);
        assertThat(status(tokens.token(school, ADA, video, Instant.now().minusSeconds(1)), video)).isEqualTo(403);
        assertThat(status(tokens.token(other, ADA, video, Instant.now().plusSeconds(60)), video)).isEqualTo(403);
        assertThat(status(tokens.token(school, ADA, Hash.of("other"), Instant.now().plusSeconds(60)), video))
                .isEqualTo(403);
        assertThat(status(good.replaceFirst("s1", "s2"), video)).isEqualTo(403);
        assertThat(status(good.substring(0, good.length() - 1), video)).isEqualTo(403);
        assertThat(status("nonsense", video)).isEqualTo(403);
        assertThat(status(tokens.token(school, new Viewer.OfStudent(2), video, Instant.now().plusSeconds(60)), video))
                .as("a manifest asks the enrolment").isEqualTo(403);
    }

    @Test
    void withoutATokenNothingOfALockedVideoIsToldButAFreeOneIsOpen() throws Exception {
        var address = "/media/public/" + video.hex() + "/";
        var inside = folder(tokens.issue(school, ADA, video, List.of()));
        var segments = segments(text(inside + "720.m3u8"));
        for (var file : List.of("master.m3u8", "720.m3u8", segments, "poster.webp", "poster.jpg",
                english.name() + ".vtt"))
            assertThat(get(address + file).statusCode()).as(file).isEqualTo(404);
        var free = stored(Clips.silent(folder, "64x36", 0.5));
        open.add(free);
        videos.ensure(school, Map.of(free, "free.mp4"));
        await(free, VideoState.READY);
        assertThat(get(PlaybackTokens.open(free, List.of()).manifest()).statusCode()).isEqualTo(200);
    }

    @Test
    void aPreviewShowsItsVideosWhileItsLinkIsGood() throws Exception {
        var previews = program.bean(Previews.class);
        var shown = previews.create(school, revisionWith(video), "ada");
        var host = shown.code() + "--ada.localhost";
        var address = PlaybackTokens.open(video, List.of()).manifest();
        assertThat(status(host, address)).isEqualTo(200);
        assertThat(status(host, PlaybackTokens.open(Hash.of("another"), List.of()).manifest())).isEqualTo(404);
        var held = tokens.issue(school, new Viewer.OfPreview(shown.code()), video, List.of()).manifest();
        assertThat(status(host, held)).isEqualTo(200);
        previews.revoke(school, shown.code());
        assertThat(status(host, address)).isEqualTo(404);
        assertThat(status(host, held)).isEqualTo(403);
    }

    @Test
    void whatNobodyPlaysAnyMoreIsSweptAndWhatPlaysStays() throws Exception {
        var storage = program.bean(Storage.class);
        var left = Attempt.folder(school, video) + "/audio-0123456789ab.mp4";
        storage.put(left, Files.writeString(storage.scratch(), "the sound before it was levelled"));
        assertThat(storage.list(Attempt.folder(school, video))).contains(left);
        program.bean(Leftovers.class).run(new Leftovers.Sweep(school.id(), video));
        var folder = folder(tokens.issue(school, ADA, video, List.of()));
        var sound = segments(text(folder + "audio.m3u8"));
        assertThat(storage.list(Attempt.folder(school, video)))
                .extracting(key -> key.substring(key.lastIndexOf('/') + 1).replaceAll("-[0-9a-f]{12}", "-X"))
                .containsExactly("360-X.mp4", "480-X.mp4", "720-X.mp4", "audio-X.mp4", "poster.jpg", "poster.webp",
                        "storyboard-001-X.jpg", "waveform.json");
        assertThat(get(folder + sound).statusCode()).isEqualTo(200);
    }

    @Test
    void theStillPictureIsTakenFromTheMomentThatTheAuthorChose() throws Exception {
        var posters = program.bean(Posters.class);
        var before = get(folder(tokens.issue(school, ADA, video, List.of())) + "poster.jpg").body();
        assertThat(posters.choose(school, video, Duration.ofSeconds(99))).as("behind the end").isFalse();
        assertThat(posters.choose(school, Hash.of("other"), Duration.ZERO)).isFalse();
        assertThat(posters.choose(school, video, Duration.ofMillis(1500))).isTrue();
        for (var tries = 0; tries < 100; tries++) {
            var now = get(folder(tokens.issue(school, ADA, video, List.of())) + "poster.jpg").body();
            if (!Arrays.equals(now, before)) return;
            Thread.sleep(100);
        }
        throw new AssertionError("the picture is still the same");
    }

    @Test
    void noNameLeadsOutOfTheFolder() throws Exception {
        var folder = folder(tokens.issue(school, ADA, video, List.of()));
        for (var name : List.of("..%2f..%2fblob", "%2e%2e", "..;/x", "poster.webp%00", "source"))
            assertThat(get(folder + name).statusCode()).as(name).isBetween(400, 404);
    }

    @Test
    void whatIsNoVideoFailsWithAReasonAndCanBeTriedAgain() throws Exception {
        var text = blobs().put(school, "only words".getBytes(StandardCharsets.UTF_8), "video/mp4").hash();
        videos.ensure(school, Map.of(text, "notes.mp4"));
        assertThat(await(text, VideoState.FAILED).remark()).isEqualTo(Remark.of("video.refused.text"));
        videos.retry(school, text);
        await(text, VideoState.FAILED);
        assertThat(get(tokens.issue(school, ADA, text, List.of()).manifest()).statusCode()).isEqualTo(403);
    }

    @Test
    void aCancelledVideoStopsAndARetryFinishesIt() throws Exception {
        var clip = stored(Clips.clip(folder, "640x360", 30, 8));
        videos.ensure(school, Map.of(clip, "long.mp4"));
        videos.cancel(school, clip);
        assertThat(videos.find(school, clip).orElseThrow().remark()).isEqualTo(Remark.of("video.failed.cancelled"));
        videos.retry(school, clip);
        await(clip, VideoState.READY);
    }

    @Test
    void anOvertakenAttemptCanNoLongerWrite() {
        var clip = Hash.of("a video that two nodes work on");
        program.database().jdbc()
                .sql("insert into video (school_id, hash, name, state) values (:school, :hash, 'x', 'probing')")
                .param("school", school.id())
                .param("hash", clip.hex()).update();
        var first = attempts().start(school, clip, 0).orElseThrow();
        var second = attempts().start(school, clip, 0).orElseThrow();
        assertThat(attempts().encoding(first, ANY)).isFalse();
        assertThat(attempts().encoding(second, ANY)).isTrue();
        videos.cancel(school, clip);
        assertThat(attempts().encoding(second, ANY)).isFalse();
        assertThat(attempts().start(school, clip, 0)).isEmpty();
    }

    private static boolean worksInAFolder() throws Exception {
        try (var folders = Files.list(data.resolve("tmp/video"))) {
            return folders.findAny().isPresent();
        }
    }

    private void eachSegmentIsAFragment(Playback playback, String name) throws Exception {
        var playlist = text(playback, name);
        var file = folder(playback) + segments(playlist);
        var range = Pattern.compile("#EXT-X-BYTERANGE:(\\d+)@(\\d+)").matcher(playlist);
        var count = 0;
        for (; range.find(); count++) {
            var from = Long.parseLong(range.group(2));
            var segment = get(file, "Range", "bytes=" + from + "-" + (from + Long.parseLong(range.group(1)) - 1));
            assertThat(segment.statusCode()).isEqualTo(206);
            assertThat(segment.body()).hasSize(Integer.parseInt(range.group(1)));
            assertThat(new String(segment.body(), 4, 4, StandardCharsets.US_ASCII)).isEqualTo("moof");
        }
        assertThat(count).isPositive();
    }

    private Video await(Hash hash, VideoState state) throws Exception {
        for (var tries = 0; tries < 300; tries++) {
            var found = videos.find(school, hash).orElseThrow();
            if (found.state() == state) return found;
            assertThat(found.state().ended() && state == VideoState.READY).as("%s", found).isFalse();
            Thread.sleep(100);
        }
        throw new AssertionError(hash + " is " + videos.find(school, hash).orElseThrow());
    }

    private int status(String token, Hash hash) throws Exception {
        return get("/media/" + token + "/" + hash.hex() + "/master.m3u8").statusCode();
    }

    private static String folder(Playback playback) {
        return playback.poster().substring(0, playback.poster().lastIndexOf('/') + 1);
    }

    private static String segments(String playlist) {
        return playlist.lines().filter(line -> line.endsWith(".mp4")).findFirst().orElseThrow();
    }

    private String text(Playback playback, String name) throws Exception {
        return text(folder(playback) + name);
    }

    private String text(String path) throws Exception {
        var answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        var request = request(path);
        if (headers.length > 0) request.headers(headers);
        return Program.HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private long revisionWith(Hash shown) {
        return program.database().jdbc().sql("""
                with source as (insert into source (school_id, path) values (:school, '') returning id),
                thing as (insert into content (school_id, kind, stable_id) values (:school, 'lesson', 'x') returning id),
                version as (
                    insert into version (school_id, content_id, hash, state_hash, path, slug, title, front, body, files)
                    select :school, id, :video, :video, 'a/01.md', 'x', 'X', '{"video": "a/01.mp4"}', '',
                        jsonb_build_object('a/01.mp4', :video::text)
                    from thing
                    returning id)
                insert into revision (school_id, source_id, number, tree, containers, author, created_at)
                select :school, source.id, 1, :video, array[version.id], 'ada', now() from source, version
                returning id
                """)
                .param("school", school.id())
                .param("video", shown.hex())
                .query((row, _) -> row.getLong("id"))
                .single();
    }

    private int status(String host, String path) throws Exception {
        var request = program.request(path).header("Host", host).build();
        return Program.HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private HttpRequest.Builder request(String path) {
        return program.request(path).header("Host", "ada.localhost");
    }

    private Hash stored(Path clip) throws Exception {
        return blobs().put(school, clip, "video/mp4").hash();
    }

    private Blobs blobs() {
        return program.bean(Blobs.class);
    }

    private Captions captions() {
        return program.bean(Captions.class);
    }

    private Attempts attempts() {
        return program.bean(Attempts.class);
    }
}
