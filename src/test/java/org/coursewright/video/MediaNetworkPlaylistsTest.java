package org.coursewright.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
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

/// With a network for media, playlists stay with us and name the media there; browsers may fetch from it.
@Tag("video")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MediaNetworkPlaylistsTest {

    private static final Viewer ADA = new Viewer.OfStudent(1);

    @TempDir
    static Path data;

    @TempDir
    static Path folder;

    private Program program;
    private School school;
    private Hash video;
    private String inside;

    @BeforeAll
    void aVideoIsReady() throws Exception {
        Clips.lendTo(data);
        var secret = Files.writeString(folder.resolve("secret"), "a secret of the zone");
        PlaybackAccess everybody = (_, _, _) -> true;
        program = new Program(data, Map.of("everybody", everybody),
                "--coursewright.video.cdn=cloudflare://cdn.example.org/objects?key=" + secret);
        school = program.bean(Schools.class).create(new Slug("ada"), "Ada's school").orElseThrow();
        video = program.bean(Blobs.class).put(school, Clips.clip(folder, "64x36", 30, 1), "video/mp4").hash();
        program.bean(Videos.class).ensure(school, Map.of(video, "a/01.mp4"));
        for (var tries = 0; program.bean(Videos.class).find(school, video).orElseThrow().state() != VideoState.READY;)
            if (tries++ < 300) Thread.sleep(100);
            else
                throw new AssertionError("it is not ready");
        var manifest = program.bean(PlaybackTokens.class).issue(school, ADA, video, List.of()).manifest();
        inside = manifest.substring(0, manifest.indexOf("master.m3u8"));
    }

    @AfterAll
    void close() {
        program.close();
    }

    @Test
    void onlyTheMediaAreElsewhere() throws Exception {
        var there = "https://cdn.example.org/objects/" + Attempt.folder(school, video) + "/";
        assertThat(text("master.m3u8")).contains("\n36.m3u8\n", "audio.m3u8").doesNotContain("cdn.example.org");
        for (var name : List.of("36.m3u8", "36-keys.m3u8", "audio.m3u8")) {
            var playlist = text(name);
            assertThat(playlist).contains("#EXT-X-MAP:URI=\"" + there);
            assertThat(playlist.lines().filter(line -> !line.startsWith("#"))).isNotEmpty().allSatisfy(line -> {
                assertThat(line).startsWith(there).matches(".*\\.mp4\\?verify=\\d{10}-\\S+");
            });
        }
        var xml = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(text("manifest.mpd").getBytes(StandardCharsets.UTF_8)));
        var addresses = xml.getElementsByTagName("BaseURL");
        assertThat(addresses.getLength()).isEqualTo(2);
        assertThat(addresses.item(0).getTextContent()).startsWith(there + "36-").contains("?verify=");
    }

    @Test
    void browsersMayFetchFromThatHostAndFromNoOther() throws Exception {
        for (var path : List.of("/sign-in", "/nothing")) {
            var answer = Program.send(program.request(school, path));
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("media-src 'self' https://cdn.example.org blob:;")
                    .contains("connect-src 'self' https://cdn.example.org;");
        }
    }

    private String text(String file) throws Exception {
        var answer = Program.send(program.request(school, inside + file));
        assertThat(answer.statusCode()).as(file).isEqualTo(200);
        return answer.body();
    }
}
