package org.coursewright.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A school that encrypts its videos and shows students their own address over the picture.
class ProtectedVideoJourney extends Browsing {

    private static final String SLUG = "secret";
    private static final String LESSON = "/learn/safe/kept";
    private final String school = installation.school(SLUG, "");

    @BeforeAll
    void anAuthorAsksForProtectionAndPushes() throws Exception {
        installation.run("school", "create", SLUG, "--owner", "keeper@example.org");
        var author = device(Look.LIGHT_1280);
        signInByLink(author, installation.platform(""), "keeper@example.org");
        author.waitForURL(installation.platform("/"));
        author.navigate(installation.platform("/studio/" + SLUG + "/protection"));
        author.locator("input[name=encrypted]").check();
        author.locator("input[name=watermark]").check();
        answered(author, author.locator("main button.primary")::click);
        author.locator(".flashes .ok").waitFor();
        push();
    }

    @Test
    void anEncryptedVideoPlaysForThoseWhoMayWatchAndAStrangerGetsNoKey() throws Exception {
        var folder = "";
        for (var look : Look.values()) {
            var page = device(look);
            var keys = new CopyOnWriteArrayList<String>();
            page.onResponse(answer -> {
                if (answer.url().endsWith("/key") && answer.ok()) keys.add(answer.url());
            });
            signInByLink(page, school, "learner-" + look.ordinal() + "@example.org");
            page.waitForURL("**/learn");
            page.locator("form[action='/learn/safe/enrolment'] button").click();
            page.waitForURL("**/learn/safe");
            page.navigate(school + LESSON);
            page.locator("cw-player .start").click();
            playPast(page, 1);
            var seen = page.evaluate("""
                    () => { const video = document.querySelector('cw-player video');
                            return [video.readyState >= 3, video.videoHeight > 0, video.error === null]; }
                    """);
            assertThat(seen).isEqualTo(List.of(true, true, true));
            assertThat(keys).isNotEmpty();
            assertThat(page.locator(".watermark").textContent()).isEqualTo("learner-" + look.ordinal() + "@example.org");
            look(page, look, "lesson-watermark");
            folder = page.locator("cw-player").getAttribute("src").replaceFirst("[^/]*$", "");
            assertThat(status(page, folder + "key")).isEqualTo(200);
            assertThat(status(page, folder + "manifest.mpd")).as("players of DASH know no such keys").isEqualTo(404);
        }
        aStrangerGetsNoKey(folder);
    }

    private void aStrangerGetsNoKey(String folder) throws Exception {
        var stranger = device(Look.LIGHT_1280);
        signInByLink(stranger, school, "stranger@example.org");
        stranger.waitForURL("**/learn");
        var token = folder.split("/")[2];
        assertThat(status(stranger, folder.replace(token, "public") + "key")).isEqualTo(404);
        assertThat(status(stranger, folder.replace(token, token + "x") + "key")).as("a forged token").isEqualTo(403);
        assertThat(status(stranger, LESSON + "/playback")).as("a token of one's own").isEqualTo(404);
    }

    private void push() throws IOException {
        var token = Installation.found(
                installation.run("token", "create", "--school", SLUG), "(?m)^\\s*(\\S{20,})\\s*$");
        var folder = installation.folder(SLUG + "-school");
        var course = Files.createDirectories(folder.resolve("courses/safe"));
        Files.writeString(course.resolve("1-kept.md"), "# Kept\n\nFor those who are enrolled.\n");
        Files.copy(Path.of("src/test/resources/clip.mp4"), course.resolve("1-kept.mp4"));
        installation.run("push", folder.toString(), "--school", SLUG, "--url", installation.platform(""), "--token", token,
                "--publish", "--wait");
    }
}
