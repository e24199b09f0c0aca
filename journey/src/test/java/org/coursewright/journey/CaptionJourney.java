package org.coursewright.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// An author brings captions and mends them beside the player.
class CaptionJourney extends Browsing {

    private static final Path VIDEO = Path.of("src/test/resources/clip.mp4").toAbsolutePath();
    private static final String CAPTIONS = """
            1
            00:00:00,000 --> 00:00:01,000
            Welcome to the first lesson of a long course, in which we look at very many things

            2
            00:00:01,000 --> 00:00:02,500
            <i>Let us</i> begin.

            3
            00:00:02,400 --> 00:00:04,000
            This is the end.
            """;

    @ParameterizedTest
    @EnumSource(names = "DARK_390")
    void captionsAreBroughtMendedAndKept(Look look) throws Exception {
        var slug = "words-" + look.ordinal();
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
        page.locator("tbody th a").click();
        page.locator("#captions").waitFor();
        page.locator("#caption-file").setInputFiles(
                new FilePayload("words.srt", "application/x-subrip", CAPTIONS.getBytes(StandardCharsets.UTF_8)));
        answered(page, page.locator(".caption-form button").first()::click);
        page.locator(".flashes .ok").waitFor();
        page.locator(".caption-list h3").waitFor();
        look(page, look, "captions-list");

        page.locator(".caption-list a").click();
        var rows = page.locator(".caption-rows > li");
        rows.nth(2).waitFor();
        assertThat(page.locator(".flaws").allTextContents().toString()).contains("More than two lines of 42",
                "still there when the next one begins");
        rows.nth(0).locator("textarea").click();
        rows.nth(0).getByText("Split").click();
        assertThat(rows.count()).isEqualTo(4);
        page.locator(".caption-tools button").nth(1).click();
        assertThat(rows.count()).isEqualTo(3);
        rows.nth(0).locator("textarea").fill("Welcome to the first lesson\nof a long course.");
        rows.nth(1).locator("input").nth(1).fill("0:02,4");
        rows.nth(1).locator("textarea").click();
        assertThat(page.locator(".flaws").count()).isZero();
        look(page, look, "captions-edit");

        page.onceDialog(Dialog::accept);
        page.locator(".crumbs a").last().click();
        page.locator(".caption-list a").click();
        page.locator("cw-captions .notice button").first().click();
        assertThat(rows.nth(0).locator("textarea").inputValue()).contains("of a long course.");
        answered(page, () -> page.keyboard().press("Control+s"));
        page.locator(".flashes .ok").waitFor();
        page.locator(".caption-list a").click();
        rows.nth(2).waitFor();
        assertThat(page.locator("cw-captions .notice").count()).isZero();
        assertThat(rows.nth(1).locator("textarea").inputValue()).isEqualTo("Let us begin.");
        assertThat(rows.nth(1).locator("input").nth(1).inputValue()).isEqualTo("0:02.400");
        page.locator("cw-player .start").click();
        playPast(page, 1);
        page.locator(".caption-rows > li[aria-current]").waitFor(new Locator.WaitForOptions().setTimeout(5_000));
        look(page, look, "captions-kept");
    }
}
