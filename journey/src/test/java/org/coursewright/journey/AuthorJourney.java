package org.coursewright.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuthorJourney extends Browsing {

    private static final Path VIDEO = Path.of("src/test/resources/clip.mp4").toAbsolutePath();

    @ParameterizedTest
    @EnumSource
    void fromPushToPlayingAndBackByOneClick(Look look) throws Exception {
        var slug = "grace-" + look.ordinal();
        var owner = slug + "@example.org";
        installation.run("school", "create", slug, "--owner", owner);
        var token = Installation.found(
                installation.run("token", "create", "--school", slug), "(?m)^\\s*(\\S{20,})\\s*$");
        var folder = installation.folder(slug + "-school");
        installation.run("new", folder.toString());
        Files.copy(VIDEO, folder.resolve("courses/first-course/01-start/01-welcome.mp4"));
        var said = push(folder, slug, token);
        assertThat(said).contains("--" + slug + ".localhost");
        var page = device(look);
        page.navigate(installation.school(slug, "/courses/first-course/welcome"));
        page.locator("cw-player .start").click();
        playPast(page, 3);
        assertThat(page.evaluate("document.querySelector('cw-player video').error")).isNull();
        look(page, look, "pushed-lesson");

        var lesson = folder.resolve("courses/first-course/01-start/01-welcome.md");
        Files.writeString(lesson, Files.readString(lesson).replace("Write as you speak", "Write as you sing"));
        push(folder, slug, token);
        page.navigate(installation.school(slug, "/courses/first-course/welcome"));
        assertThat(page.locator("main").textContent()).contains("Write as you sing");

        signInByLink(page, installation.platform(""), owner);
        page.navigate(installation.platform("/studio/" + slug + "/revisions"));
        look(page, look, "revisions");
        answered(page, page.locator("form[action$='/rollbacks'] button")::click);
        page.waitForCondition(() -> { // until the other nodes know it
            page.navigate(installation.school(slug, "/courses/first-course/welcome"));
            return page.locator("main").textContent().contains("Write as you speak");
        });
    }

    @Test
    void theStudioFitsIntoAPocket() throws Exception {
        var phone = device(Look.DARK_390);
        signInByLink(phone, installation.platform(""), "ada@example.org");
        phone.waitForURL(installation.platform("/"));
        for (var page : new String[] {"", "/revisions", "/videos", "/protection", "/students", "/audit", "/tokens"}) {
            phone.navigate(installation.platform("/studio/ada" + page));
            look(phone, Look.DARK_390, "studio" + page.replace('/', '-'));
        }
        phone.locator("input[name=name]").fill("build of the manual");
        phone.locator("main button.primary").click();
        phone.locator("#made").waitFor();
        look(phone, Look.DARK_390, "studio-token-made");
        phone.navigate(installation.platform("/studio/ada/students"));
        phone.locator("#list").fill("mia@example.org, Mia Lang\nnobody");
        phone.locator("main button.primary").click();
        phone.locator(".notice.bad").waitFor();
        look(phone, Look.DARK_390, "studio-students-fault");
        phone.locator("#list").fill("mia@example.org, Mia Lang");
        answered(phone, phone.locator("main button.primary")::click);
        phone.locator(".flashes .ok").waitFor();
        assertThat(phone.locator("table").textContent()).contains("Mia Lang");
        look(phone, Look.DARK_390, "studio-students");
        watchAVideoAndChooseItsStillPicture(phone);
    }

    private void watchAVideoAndChooseItsStillPicture(Page phone) throws Exception {
        phone.navigate(installation.platform("/studio/ada/videos"));
        phone.getByText("3-teach/2-video.mp4").click();
        phone.locator("h1.file-name").waitFor();
        for (var tries = 0; tries < 60 && phone.locator("svg.waveform").count() == 0; tries++) {
            phone.waitForTimeout(1000); // it plays, but is not ready yet
            phone.reload();
        }
        assertThat(phone.locator("svg.waveform path").getAttribute("d")).startsWith("M0 ");
        phone.locator("cw-player .start").click();
        playPast(phone, 0.5);
        phone.locator("cw-player video").evaluate("video => video.pause()");
        look(phone, Look.DARK_390, "studio-video");
        phone.locator("input[name=at]").fill("99:99");
        answered(phone, phone.locator(".poster-choice button")::click);
        phone.locator(".flashes .bad").waitFor();
        phone.locator("input[name=at]").fill("0:01");
        answered(phone, phone.locator(".poster-choice button")::click);
        phone.locator(".flashes .ok").waitFor();
    }

    private String push(Path folder, String slug, String token) {
        return installation.run("push", folder.toString(), "--school", slug, "--url", installation.platform(""),
                "--token", token, "--publish", "--wait");
    }
}
