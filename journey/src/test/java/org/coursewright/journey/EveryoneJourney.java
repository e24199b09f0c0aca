package org.coursewright.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// For whom has no mouse, no scripts, a very small screen, or another language.
class EveryoneJourney extends Browsing {

    private static final String ARTICLE = "/learn/first-school/a-school-is-a-folder";
    private static final List<String> PUBLIC = List.of(
            "/", "/courses/first-school", "/courses/first-school/push", "/courses/markdown", "/blog", "/exams/git", "/sign-in", "/nothing");
    private static final List<String> LEARN = List.of(
            "/learn", "/learn/first-school", "/learn/first-school/push", ARTICLE, "/learn/markdown", "/exams",
            "/exams/git/attempts");
    private static final List<String> STUDIO = List.of(
            "", "/revisions", "/videos", "/protection", "/exams", "/attempts", "/reports", "/accommodations", "/students", "/tokens", "/audit");

    private final String school = installation.school("ada", "");

    @Test
    void aStudentNeedsNoMouse() throws Exception {
        var page = device(Look.LIGHT_1280);
        page.navigate(school + "/sign-in");
        page.locator("input[name=email]:focus").waitFor();
        int before = installation.mails("keyboard@example.org").size();
        page.keyboard().type("keyboard@example.org");
        page.keyboard().press("Enter");
        page.waitForURL("**/sign-in/code");
        page.locator("input[name=code]:focus").waitFor();
        page.keyboard().type(Installation.found(installation.mail("keyboard@example.org", before), "(\\d{3} \\d{3})"));
        page.keyboard().press("Enter");
        page.waitForURL("**/learn");
        tabTo(page, "form[action='/learn/first-school/enrolment'] button");
        page.keyboard().press("Enter");
        page.waitForURL("**/learn/first-school");
        tabTo(page, "a[href='" + ARTICLE + "']");
        answered(page, () -> page.keyboard().press("Enter"));
        page.waitForURL("**" + ARTICLE);
        page.keyboard().press("d");
        page.waitForSelector("button[aria-pressed=true]");
        page.keyboard().press("n");
        page.waitForURL("**/learn/first-school/write-a-lesson");
        page.navigate(school + "/learn/first-school/push");
        tabTo(page, "cw-player .start");
        page.keyboard().press("Enter");
        playPast(page, 1);
        page.keyboard().press("k");
        page.waitForFunction("() => document.querySelector('cw-player video').paused");
        page.keyboard().press("?");
        assertThat(page.locator("dialog[open]").textContent()).contains("done");
    }

    @Test
    void readingAndMarkingDoneNeedNoScripts() throws Exception {
        var page = device(new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(390, 844));
        page.navigate(school + "/");
        page.locator("a[href='/courses/first-school']").first().press("Enter");
        page.waitForURL("**/courses/first-school");
        page.locator("a[href='/courses/first-school/a-school-is-a-folder']").first().press("Enter");
        page.waitForURL("**/a-school-is-a-folder");
        assertThat(page.locator("main").textContent()).contains("folder");
        signInByLink(page, school, "plain@example.org");
        page.locator("form[action='/learn/first-school/enrolment'] button").press("Enter");
        page.waitForURL("**/learn/first-school");
        page.navigate(school + ARTICLE);
        page.locator("form[action$='/completion'] button").press("Enter");
        page.locator("button[aria-pressed=true]").waitFor();
        assertThat(page.locator("button[aria-pressed=true]").count()).isEqualTo(1);
        page.locator(".lesson-foot a").last().press("Enter");
        page.waitForURL("**/write-a-lesson");
        page.navigate(school + "/learn/first-school");
        assertThat(page.locator("main").textContent()).contains("1 of ");
    }

    @Test
    void nothingIsWiderThanTheSmallestScreen() throws Exception {
        var page = device(new Browser.NewContextOptions().setViewportSize(320, 640));
        for (var path : PUBLIC) visit(page, school + path);
        signInByLink(page, school, "small@example.org");
        page.waitForURL("**/learn");
        page.locator("form[action='/learn/first-school/enrolment'] button").click();
        page.waitForURL("**/learn/first-school");
        for (var path : LEARN) visit(page, school + path);
        visit(page, installation.platform("/"));
        visit(page, installation.platform("/sign-in"));
        signInByLink(page, installation.platform(""), "ada@example.org");
        page.waitForURL(installation.platform("/"));
        for (var path : STUDIO) visit(page, installation.platform("/studio/ada" + path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-XA", "ar-XB"})
    void aPageHoldsTheLongestAndTheMirroredLanguage(String language) throws Exception {
        var page = device(new Browser.NewContextOptions().setViewportSize(390, 844));
        signInByLink(page, school, language.toLowerCase() + "@example.org");
        page.waitForURL("**/learn");
        page.locator("form[action='/learn/first-school/enrolment'] button").click();
        page.waitForURL("**/learn/first-school");
        speak(page, language, school);
        for (var path : LEARN) spoken(page, language, school + path);
        page.context().clearCookies();
        signInByLink(page, installation.platform(""), "ada@example.org");
        page.waitForURL(installation.platform("/"));
        speak(page, language, installation.platform(""));
        for (var path : STUDIO) spoken(page, language, installation.platform("/studio/ada" + path));
    }

    private static void speak(Page page, String language, String host) {
        page.context().addCookies(List.of(new Cookie("language", language).setUrl(host)));
    }

    private void spoken(Page page, String language, String address) {
        visit(page, address);
        assertThat(page.getAttribute("html", "lang")).isEqualTo(language);
        assertThat(page.getAttribute("html", "dir")).isEqualTo(language.equals("ar-XB") ? "rtl" : "ltr");
        if (language.equals("en-XA"))
            assertThat(page.locator("main button:not(cw-transcript *):visible, main label:visible, thead th:visible, .side a:visible")
                    .allInnerTexts()
                    .stream()
                    .filter(text -> !text.isBlank() && !text.contains("[")))
                    .as("texts of " + address + " that are not by key")
                    .isEmpty();
    }

    private void visit(Page page, String address) {
        page.navigate(address);
        fits(page);
    }

    /// Keys that are pressed while a page still comes into view go nowhere, so it is tried for a while.
    private static void tabTo(Page page, String selector) {
        page.waitForLoadState();
        page.evaluate("document.activeViewTransition?.finished");
        var way = new LinkedHashSet<Object>();
        for (int i = 0; i < 180; i++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("s => document.activeElement.matches(s)", selector))) return;
            way.add(page.evaluate("document.activeElement.outerHTML.slice(0, 80)"));
            if (i % 60 == 59) page.waitForTimeout(500);
        }
        throw new AssertionError("the key Tab never comes to " + selector + " on " + page.url() + ", only to " + way);
    }
}
