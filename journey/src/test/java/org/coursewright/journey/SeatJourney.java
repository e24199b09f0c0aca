package org.coursewright.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// A school where each student watches on one device at a time.
class SeatJourney extends Browsing {

    private static final String SLUG = "seats";
    private static final String OWNER = "seats@example.org";
    private static final String STUDENT = "sam@example.org";
    private static final Path VIDEO = Path.of("src/test/resources/clip.mp4").toAbsolutePath();

    private final String school = installation.school(SLUG, "");

    @Test
    void whoOpensASecondDeviceIsAskedAndTheFirstOneStops() throws Exception {
        push();
        allowOneDevice();
        var laptop = student(Look.LIGHT_1280);
        var phone = student(Look.DARK_390);
        watch(laptop);
        playPast(laptop, 0.3);
        watch(phone);
        var question = phone.locator("cw-player .elsewhere");
        question.waitFor();
        assertThat(question.textContent()).matches(
                "You are watching on another device \\(Chrome, Linux, \\d+ seconds? ago\\)\\. Watch here instead\\?.*");
        assertThat(phone.evaluate("document.activeElement.textContent")).isEqualTo("Watch here");
        look(phone, Look.DARK_390, "lesson-seat");
        phone.setViewportSize(320, 640);
        fits(phone);
        phone.keyboard().press("Enter");
        playPast(phone, 0.3);
        laptop.locator("cw-player .elsewhere").waitFor();
        assertThat(laptop.evaluate("document.querySelector('cw-player video').paused")).isEqualTo(true);
        look(laptop, Look.LIGHT_1280, "lesson-seat");
        phone.waitForResponse("**/position", () -> phone.evaluate("document.querySelector('cw-player video').pause()"));
        laptop.locator("cw-player .elsewhere button").click();
        laptop.waitForFunction("() => !document.querySelector('cw-player video').paused");
        assertThat(laptop.locator("cw-player .elsewhere").count()).isZero();
    }

    private void allowOneDevice() throws Exception {
        var author = device(Look.LIGHT_1280);
        signInByLink(author, installation.platform(""), OWNER);
        author.waitForURL(installation.platform("/"));
        author.navigate(installation.platform("/studio/" + SLUG + "/protection"));
        author.locator("#streams").selectOption("1");
        answered(author, author.locator("main button.primary")::click);
        author.locator(".flashes .ok").waitFor();
        assertThat(author.locator("#streams").inputValue()).isEqualTo("1");
        look(author, Look.LIGHT_1280, "studio-protection-seats");
    }

    /// The player says twice a second that it plays, so that nobody waits for a quarter of a minute.
    private Page student(Look look) throws InterruptedException {
        var page = device(look);
        page.addInitScript("""
                const every = window.setInterval;
                window.setInterval = (work, millis, ...more) => every(work, millis === 15000 ? 500 : millis, ...more);
                """);
        signInByLink(page, school, STUDENT);
        page.waitForURL("**/learn");
        return page;
    }

    private void watch(Page page) {
        page.navigate(school + "/learn/film/clip");
        page.waitForSelector("cw-player[data-island]");
        page.evaluate("document.querySelector('cw-player video').loop = true");
        page.locator("cw-player .start").click();
    }

    private void push() {
        installation.run("school", "create", SLUG, "--owner", OWNER);
        var token = Installation.found(
                installation.run("token", "create", "--school", SLUG), "(?m)^\\s*(\\S{20,})\\s*$");
        var folder = installation.folder(SLUG + "-school");
        try {
            var course = Files.createDirectories(folder.resolve("courses/film"));
            Files.writeString(course.resolve("1-clip.md"), "---\nfree: true\n---\n# Clip\n\nOne at a time.\n");
            Files.copy(VIDEO, course.resolve("1-clip.mp4"));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
        installation.run("push", folder.toString(), "--school", SLUG, "--url", installation.platform(""), "--token",
                token, "--publish", "--wait");
    }
}
