package org.coursewright.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// An author sends a better take from the browser, and it takes the place of the old one.
class UploadJourney extends Browsing {

    private static final Path VIDEO = Path.of("src/test/resources/clip.mp4").toAbsolutePath();

    @ParameterizedTest
    @EnumSource
    void aBetterTakeGoesInTheSameLesson(Look look) throws Exception {
        var slug = "takes-" + look.ordinal();
        var owner = slug + "@example.org";
        installation.run("school", "create", slug, "--owner", owner);
        var token = Installation.found(
                installation.run("token", "create", "--school", slug), "(?m)^\\s*(\\S{20,})\\s*$");
        var folder = installation.folder(slug + "-school");
        installation.run("new", folder.toString());
        Files.copy(VIDEO, folder.resolve("courses/first-course/01-start/01-welcome.mp4"));
        installation.run("push", folder.toString(), "--school", slug, "--url", installation.platform(""),
                "--token", token, "--publish", "--wait");
        var page = device(look);
        signInByLink(page, installation.platform(""), owner);
        page.waitForURL(installation.platform("/"));
        page.navigate(installation.platform("/studio/" + slug + "/videos"));
        page.locator("cw-upload input").waitFor();
        look(page, look, "upload");

        var files = Files.createDirectories(folder.resolveSibling(slug + "-files"));
        var words = Files.writeString(files.resolve("words.mp4"), "These are words. ".repeat(100_000));
        page.locator("cw-upload input").setInputFiles(words);
        page.locator("cw-upload .bad").waitFor();
        assertThat(page.locator("cw-upload .bad").textContent()).contains("This is a text file, not a video.");
        look(page, look, "upload-refused");

        page.locator("cw-upload input").setInputFiles(longer(files.resolve("take two.mp4")));
        page.waitForURL("**/videos/replacements/new?upload=*");
        page.locator("#place").waitFor();
        assertThat(page.locator("main").textContent()).contains("take two.mp4 is here");
        page.locator("#place").selectOption(new SelectOption().setIndex(1));
        look(page, look, "upload-replace");
        page.locator("main button.primary").click();
        page.locator(".flashes .ok").waitFor();
        page.locator("tbody tr", new Page.LocatorOptions().setHasText("Ready")).nth(1)
                .waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        look(page, look, "upload-replaced");
        page.navigate(installation.school(slug, "/courses/first-course/welcome"));
        for (var tries = 0; tries < 30 && page.locator("cw-player").count() == 0; tries++) {
            page.waitForTimeout(500); // the stored page is written anew when the video plays
            page.reload();
        }
        page.locator("cw-player .start").click();
        playPast(page, 1);
    }

    /// The clip with a box at its end that players pass over: another file of three megabytes.
    private static Path longer(Path path) throws Exception {
        Files.copy(VIDEO, path);
        var box = ByteBuffer.allocate(3_000_000).putInt(3_000_000).put("free".getBytes("US-ASCII"));
        return Files.write(path, box.array(), StandardOpenOption.APPEND);
    }
}
