package org.coursewright.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
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
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.coursewright.Program;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.coursewright.school.Schools;
import org.coursewright.storage.Blobs;
import org.coursewright.video.ffmpeg.Clips;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The program behind nginx with the configuration that `docs/operating/cache.md` shows.
@Tag("video")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CachingProxyTest {

    private static final Viewer ADA = new Viewer.OfStudent(1);
    private static final Viewer BOB = new Viewer.OfStudent(2);
    private static final Path NGINX = Path.of("/usr/sbin/nginx");

    @TempDir
    static Path data;

    @TempDir
    static Path folder;

    private final PlaybackAccess everybody = (_, _, _) -> true;
    private Program program;
    private PlaybackTokens tokens;
    private School school;
    private Hash video;
    private Process nginx;
    private int port;

    /// A part of a media file, as a playlist names it.
    private record Part(String file, String range) {}

    @BeforeAll
    void aVideoIsReadyAndNginxStandsInFront() throws Exception {
        assumeTrue(Files.isExecutable(NGINX), "skipped: this needs nginx (apt install nginx-light)");
        Clips.lendTo(data);
        program = new Program(data, Map.of("everybody", everybody));
        tokens = program.bean(PlaybackTokens.class);
        school = program.bean(Schools.class).create(new Slug("ada"), "Ada's school").orElseThrow();
        var clip = Clips.make(folder, "noise.mp4", "-f", "lavfi", "-i",
                "testsrc2=size=1280x720:rate=25:duration=6,noise=alls=60:allf=t+u", "-c:v", "libx264", "-preset",
                "ultrafast", "-b:v", "6M", "-g", "100", "-pix_fmt", "yuv420p");
        video = program.bean(Blobs.class).put(school, clip, "video/mp4").hash();
        program.bean(Videos.class).ensure(school, Map.of(video, "01.mp4"));
        for (var tries = 0; !program.bean(Videos.class).find(school, video).orElseThrow().ready(); tries++) {
            assertThat(tries).as("the video is made in a minute").isLessThan(600);
            Thread.sleep(100);
        }
        start();
    }

    @AfterAll
    void close() throws InterruptedException {
        if (nginx != null) {
            nginx.destroy();
            nginx.waitFor(10, TimeUnit.SECONDS);
        }
        if (program != null) program.close();
    }

    @Test
    void whatASecondStudentFetchesComesFromTheCache() throws Exception {
        var mine = folder(ADA);
        var parts = parts(mine);
        assertThat(parts).hasSizeGreaterThan(4);
        for (var part : parts)
            assertThat(get(mine + part.file(), part.range()).statusCode()).isEqualTo(206);
        var theirs = folder(BOB);
        assertThat(theirs).isNotEqualTo(mine);
        var hits = 0;
        for (var part : parts(theirs)) {
            var answer = get(theirs + part.file(), part.range());
            assertThat(answer.body()).isEqualTo(straight(theirs + part.file(), part.range()));
            if (answer.headers().firstValue("X-Cache").equals(Optional.of("HIT"))) hits++;
        }
        assertThat(hits / (double) parts.size()).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void whatTheCacheHoldsIsStillOnlyForThoseWhoMayWatch() throws Exception {
        var part = parts(folder(ADA)).getFirst();
        assertThat(get(folder(ADA) + part.file(), part.range()).statusCode()).isEqualTo(206);
        var other = program.bean(Schools.class).create(new Slug("bob"), "Bob's school").orElseThrow();
        var later = Instant.now().plusSeconds(60);
        for (var token : List.of("nonsense", tokens.token(other, ADA, video, later),
                tokens.token(school, ADA, Hash.of("another"), later),
                tokens.token(school, ADA, video, Instant.now().minusSeconds(1))))
            assertThat(get("/media/" + token + "/" + video.hex() + "/" + part.file(), part.range()).statusCode())
                    .as(token).isEqualTo(403);
        assertThat(get("/media/public/" + video.hex() + "/" + part.file(), part.range()).statusCode())
                .as("a locked video has no public address").isIn(403, 404, 500);
    }

    @Test
    void aBrowserStillKeepsItForItselfAlone() throws Exception {
        var mine = folder(ADA);
        var part = parts(mine).getFirst();
        assertThat(get(mine + part.file(), part.range()).headers().firstValue("Cache-Control"))
                .contains("private, max-age=31536000, immutable");
        assertThat(get(mine + "master.m3u8", "bytes=0-").headers().firstValue("Cache-Control")).contains("no-store");
    }

    private String folder(Viewer viewer) {
        return "/media/" + tokens.token(school, viewer, video, Instant.now().plusSeconds(600)) + "/" + video.hex()
                + "/";
    }

    private List<Part> parts(String folder) throws Exception {
        var parts = new ArrayList<Part>();
        for (var playlist : List.of("720.m3u8", "480.m3u8", "360.m3u8")) {
            var text = new String(get(folder + playlist, "bytes=0-").body(), StandardCharsets.UTF_8);
            Pattern.compile("#EXT-X-BYTERANGE:(\\d+)@(\\d+)\n(\\S+)").matcher(text).results().forEach(found -> {
                var from = Long.parseLong(found.group(2));
                parts.add(
                        new Part(found.group(3), "bytes=" + from + "-" + (from + Long.parseLong(found.group(1)) - 1)));
            });
        }
        return parts;
    }

    private HttpResponse<byte[]> get(String path, String range) throws Exception {
        return Program.HTTP.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Host", "ada.localhost").header("Range", range).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private byte[] straight(String path, String range) throws Exception {
        return Program.HTTP.send(program.request(path).header("Host", "ada.localhost").header("Range", range).build(),
                HttpResponse.BodyHandlers.ofByteArray()).body();
    }

    private void start() throws Exception {
        var work = Files.createDirectories(folder.resolve("nginx"));
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var page = Files.readString(Path.of("docs/operating/cache.md"));
        var shown = page.substring(page.indexOf("```nginx\n") + 9, page.indexOf("```\n", page.indexOf("```nginx\n")));
        var server = shown.replace("/var/cache/coursewright", work.resolve("cache").toString())
                .replace("127.0.0.1:8080", "127.0.0.1:" + program.url("/").getPort())
                .replace("listen 80;", "listen 127.0.0.1:" + port + ";")
                .replace(".example.org", ".localhost");
        assertThat(server).contains("127.0.0.1:" + program.url("/").getPort(), "127.0.0.1:" + port, work.toString());
        var paths = Arrays.stream(new String[]{"client_body", "proxy", "fastcgi", "uwsgi", "scgi"})
                .map(name -> name + "_temp_path " + work.resolve(name) + ";").toList();
        var configuration = Files.writeString(work.resolve("nginx.conf"), """
                daemon off;
                %s
                pid %s;
                error_log %s;
                events { worker_connections 256; }
                http {
                access_log off;
                %s
                %s
                }
                """.formatted(System.getProperty("user.name").equals("root") ? "user root;" : "",
                work.resolve("nginx.pid"), work.resolve("error.log"), String.join("\n", paths), server));
        nginx = new ProcessBuilder(NGINX.toString(), "-e", work.resolve("error.log").toString(), "-p", work.toString(),
                "-c",
                configuration.toString()).redirectErrorStream(true).redirectOutput(work.resolve("out.log").toFile())
                .start();
        for (var tries = 0; tries < 100; tries++)
            try {
                new Socket("127.0.0.1", port).close();
                return;
            } catch (IOException _) {
                Thread.sleep(50);
            }
        throw new IOException("nginx does not start: " + Files.readString(work.resolve("out.log")));
    }
}
