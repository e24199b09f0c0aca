package org.coursewright.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What authors see of their videos in the studio.
class VideoStudioTest {

    @TempDir
    Path data;

    private Program program;
    private Videos videos;
    private School school;
    private Account account;
    private Hash video;

    @BeforeEach
    void aTextIsPushedAsAVideo() throws Exception {
        program = new Program(data, Map.of());
        videos = program.bean(Videos.class);
        school = program.bean(Schools.class).create(new Slug("ada"), "Ada's school").orElseThrow();
        account = program.bean(Accounts.class).ensure(new EmailAddress("ada@example.org"));
        program.bean(Memberships.class).ensure(school, account, Role.OWNER, "test");
        video = program.bean(Blobs.class).put(school, "words".getBytes(StandardCharsets.UTF_8), "video/mp4").hash();
        program.database().jdbc().sql("""
                insert into video (school_id, hash, name, state, remark)
                values (:school, :video, 'courses/a/01.mp4', 'failed', 'video.failed.cancelled')
                """)
                .param("school", school.id())
                .param("video", video.hex())
                .update();
    }

    @AfterEach
    void close() {
        program.close();
    }

    @Test
    void anAuthorSeesWhyAVideoFailedTriesAgainAndHearsWhatComesOfIt() throws Exception {
        var page = Program.send(request("/studio/ada/videos").GET());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("courses/a/01.mp4", "Cancelled.", "/studio/ada/videos/" + video + "/retry",
                "<cw-events src=\"/studio/ada/videos/events\">");
        var events = listen(program);
        var retried = Program.send(request("/studio/ada/videos/" + video + "/retry")
                .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(retried.statusCode()).isEqualTo(303);
        assertThat(retried.headers().firstValue("Location")).contains("/studio/ada/videos");
        for (var line = events.poll(30, TimeUnit.SECONDS); line != null; line = events.poll(30, TimeUnit.SECONDS))
            if (line.contains("This is a text file, not a video.")) return;
        throw new AssertionError("nothing was heard of the end");
    }

    @Test
    void whatAnotherNodeDoesIsHeardToo(@TempDir Path other) throws Exception {
        try (var web = program.node(other, Map.of(), "--coursewright.role=web")) {
            var events = listen(web);
            videos.retry(school, video); // the work is this node's, who listens sits at the other one
            for (var line = events.poll(30, TimeUnit.SECONDS); line != null; line = events.poll(30, TimeUnit.SECONDS))
                if (line.contains("This is a text file, not a video.")) return;
        }
        throw new AssertionError("nothing was heard of the end");
    }

    @Test
    void aWaitingVideoCanBeCancelled() throws Exception {
        program.database().jdbc().sql("update video set state = 'encoding'").update();
        Program.send(
                request("/studio/ada/videos/" + video + "/cancellation").POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(videos.find(school, video).orElseThrow().state()).isEqualTo(VideoState.FAILED);
    }

    @Test
    void strangersSeeNothing() throws Exception {
        program.bean(Schools.class).create(new Slug("bob"), "Bob's school");
        for (var path : List.of("/studio/bob/videos", "/studio/bob/videos/events"))
            assertThat(Program.send(request(path).GET()).statusCode()).as(path).isEqualTo(404);
        assertThat(Program.send(program.request("/studio/ada/videos").header("Host", "localhost").GET()).statusCode())
                .isIn(302, 303);
    }

    private LinkedBlockingQueue<String> listen(Program node) {
        var lines = new LinkedBlockingQueue<String>();
        Program.HTTP.sendAsync(
                node.request(account, "/studio/ada/videos/events").header("Host", "localhost")
                        .header("Last-Event-ID", "1").GET().build(),
                HttpResponse.BodyHandlers.ofLines()).thenAccept(answer -> answer.body().forEach(lines::add));
        for (var tries = 0; tries < 100 && lines.stream().noneMatch("event:refresh"::equals); tries++)
            pause();
        assertThat(lines).as("who comes back is told to look again").contains("event:refresh");
        return lines;
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private HttpRequest.Builder request(String path) {
        return program.request(account, path).header("Host", "localhost");
    }
}
