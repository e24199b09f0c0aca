package org.coursewright.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.coursewright.Program;
import org.coursewright.identity.Account;
import org.coursewright.identity.Accounts;
import org.coursewright.identity.Memberships;
import org.coursewright.identity.Role;
import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.coursewright.school.Schools;
import org.coursewright.storage.Blobs;
import org.coursewright.video.ffmpeg.Clips;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a school may do against copying.
@Tag("video")
class VideoProtectionTest {

    private static final Viewer ADA = new Viewer.OfStudent(1);

    @TempDir
    Path data;

    @TempDir
    Path folder;

    private Program program;
    private PlaybackTokens tokens;
    private School school;
    private Account owner;

    @BeforeEach
    void anOwnerAsksForEncryptionAndWatermarks() throws Exception {
        Clips.lendTo(data);
        PlaybackAccess enrolments = (_, viewer, _) -> viewer.equals(ADA);
        program = new Program(data, Map.of("onlyAda", enrolments));
        tokens = program.bean(PlaybackTokens.class);
        school = program.bean(Schools.class).create(new Slug("eve"), "Eve's school").orElseThrow();
        owner = program.bean(Accounts.class).ensure(new EmailAddress("eve@example.org"));
        program.bean(Memberships.class).ensure(school, owner, Role.OWNER, "test");
        var saved = Program.send(program.request(owner, "/studio/eve/protection").header("Host", "localhost")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("encrypted=true&watermark=true&streams=2")));
        assertThat(saved.statusCode()).isEqualTo(303);
    }

    @AfterEach
    void close() {
        program.close();
    }

    @Test
    void theOptionsStandInTheStudioAndInTheAudit() throws Exception {
        var page = Program.send(program.request(owner, "/studio/eve/protection").header("Host", "localhost").GET());
        assertThat(page.body()).containsPattern("name=\"encrypted\" value=\"true\" checked")
                .containsPattern("name=\"watermark\" value=\"true\" checked").containsPattern("value=\"2\" selected")
                .contains("This is not DRM.");
        assertThat(Program.send(program.form(owner, "/studio/eve/protection", "streams=7").header("Host", "localhost"))
                .statusCode()).isEqualTo(422);
        assertThat(Program.send(program.request(owner, "/studio/eve/audit").header("Host", "localhost").GET()).body())
                .contains("changed the protection of videos");
    }

    @Test
    void anEncryptedVideoPlaysOnlyWithAKeyThatThoseGetWhoMayWatch() throws Exception {
        var clip = Clips.clip(folder, "320x180", 25, 5);
        var hidden = program.bean(Blobs.class).put(school, clip, "video/mp4").hash();
        program.bean(Videos.class).ensure(school, Map.of(hidden, "secret.mp4"));
        for (var tries = 0; !program.bean(Videos.class).find(school, hidden).orElseThrow().ready(); tries++) {
            assertThat(tries).isLessThan(300);
            Thread.sleep(100);
        }
        assertThat(program.bean(Videos.class).find(school, hidden).orElseThrow().watermarked()).isTrue();
        var address = folder(tokens.issue(school, ADA, hidden, List.of()));
        var playlist = new String(at("eve.localhost", address + "180.m3u8").body(), StandardCharsets.UTF_8);
        assertThat(playlist).containsPattern("#EXT-X-MAP:[^\n]+\n#EXT-X-KEY:METHOD=AES-128,URI=\"key\"\n");
        var key = at("eve.localhost", address + "key");
        assertThat(key.body()).hasSize(16);
        assertThat(key.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(at("eve.localhost", address + "manifest.mpd").statusCode()).isEqualTo(404);
        assertThat(at("eve.localhost", "/media/public/" + hidden + "/key").statusCode()).isEqualTo(404);
        assertThat(at("eve.localhost", folder(tokens.issue(school, new Viewer.OfStudent(2), hidden, List.of()))
                + "key").statusCode()).isEqualTo(403);
        var file = at("eve.localhost", address + segments(playlist)).body();
        var found = Pattern.compile("#EXT-X-BYTERANGE:(\\d+)@(\\d+)").matcher(playlist);
        for (var number = 0; found.find(); number++) {
            var from = Integer.parseInt(found.group(2));
            var encrypted = Arrays.copyOfRange(file, from, from + Integer.parseInt(found.group(1)));
            assertThat(new String(encrypted, 4, 4, StandardCharsets.ISO_8859_1)).isNotEqualTo("moof");
            var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key.body(), "AES"),
                    new IvParameterSpec(ByteBuffer.allocate(16).putInt(12, number).array()));
            assertThat(new String(cipher.doFinal(encrypted), 4, 4, StandardCharsets.ISO_8859_1)).isEqualTo("moof");
        }
        var poster = at("eve.localhost", address + "poster.jpg").body();
        assertThat(program.bean(Posters.class).choose(school, hidden, Duration.ofSeconds(2))).isTrue();
        for (var tries = 0; Arrays.equals(at("eve.localhost", address + "poster.jpg").body(), poster); tries++) {
            assertThat(tries).as("the still picture comes from the source").isLessThan(100);
            Thread.sleep(100);
        }
    }

    private HttpResponse<byte[]> at(String host, String path) throws Exception {
        return Program.HTTP.send(program.request(path).header("Host", host).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String folder(Playback playback) {
        return playback.poster().substring(0, playback.poster().lastIndexOf('/') + 1);
    }

    private static String segments(String playlist) {
        return playlist.lines().filter(line -> line.endsWith(".mp4")).findFirst().orElseThrow();
    }
}
