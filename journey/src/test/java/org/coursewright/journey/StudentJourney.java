package org.coursewright.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StudentJourney extends Browsing {

    private final String school = installation.school("ada", "");

    @ParameterizedTest
    @EnumSource
    void aNewcomersFirstMinuteEndsInAPlayingLesson(Look look) throws Exception {
        var page = device(look);
        page.navigate(school + "/");
        look(page, look, "home");
        page.locator("a", new Page.LocatorOptions().setHasText("Your first school")).first().click();
        page.waitForURL("**/courses/first-school");
        look(page, look, "course");
        page.navigate(school + "/courses/first-school/push");
        look(page, look, "free-lesson");
        signInByLink(page, school, "newcomer-" + look.ordinal() + "@example.org");
        page.waitForURL("**/learn");
        look(page, look, "dashboard-empty");
        page.locator("form[action='/learn/first-school/enrolment'] button").click();
        page.waitForURL("**/learn/first-school");
        look(page, look, "outline");
        page.locator("input[type=search]").fill("line of each student");
        page.keyboard().press("Enter");
        page.locator(".moments mark").first().waitFor();
        look(page, look, "search");
        assertThat(page.locator(".moments a").first().getAttribute("href")).endsWith("?t=21");
        page.navigate(school + "/learn/first-school/push");
        page.locator("cw-player .start").click();
        playPast(page, 2);
        look(page, look, "lesson");
    }

    @ParameterizedTest
    @EnumSource
    void theCodeFromTheMailSignsInOnTheDeviceThatAsked(Look look) throws Exception {
        var page = device(look);
        var email = "code-" + look.ordinal() + "@example.org";
        var mail = ask(page, school, email);
        look(page, look, "sign-in-code");
        page.locator("input[name=code]").fill("000 000");
        page.locator("main button").click();
        assertThat(page.locator(".field .error").textContent()).contains("does not fit");
        page.locator("input[name=code]").fill(Installation.found(mail, "(\\d{3} \\d{3})"));
        page.locator("main button").click();
        page.waitForURL("**/learn");
    }

    @ParameterizedTest
    @EnumSource
    void aVideoGoesOnAtTheSecondOnAnotherDevice(Look look) throws Exception {
        var email = "two-devices-" + look.ordinal() + "@example.org";
        var first = device(look);
        enrolled(first, email);
        first.navigate(school + "/learn/first-school/push");
        first.locator("cw-player .start").click();
        playPast(first, 1);
        first.evaluate("document.querySelector('cw-player video').currentTime = 14");
        playPast(first, 15);
        first.evaluate("document.querySelector('cw-player video').pause()");
        var left = (Number) first.evaluate("document.querySelector('cw-player video').currentTime");
        first.waitForTimeout(800);
        var second = device(look);
        signInByLink(second, school, email);
        second.waitForURL("**/learn");
        assertThat(second.locator(".resume").textContent()).contains("0:1");
        look(second, look, "dashboard-continue");
        second.locator(".resume .btn").click();
        second.waitForURL("**/learn/first-school/push");
        second.locator("cw-player .start").click();
        playPast(second, left.doubleValue() - 2);
        var now = (Number) second.evaluate("document.querySelector('cw-player video').currentTime");
        assertThat(now.doubleValue()).isBetween(left.doubleValue() - 2, left.doubleValue() + 6);
    }

    @ParameterizedTest
    @EnumSource
    void aLessonIsDoneByKeyAndTakenBack(Look look) throws Exception {
        var page = device(look);
        enrolled(page, "keys-" + look.ordinal() + "@example.org");
        page.navigate(school + "/learn/first-school/a-school-is-a-folder");
        page.keyboard().press("d");
        page.waitForSelector("button[aria-pressed=true]");
        page.keyboard().press("n");
        page.waitForURL("**/learn/first-school/write-a-lesson");
        assertThat(page.evaluate("""
                        () => new Set([...document.querySelectorAll(".outline li > a")]
                            .map(lesson => getComputedStyle(lesson, "::before").maskImage)).size
                        """)).as("marks for done, now and to do").isEqualTo(3);
        look(page, look, "lesson-after-one");
        answered(page, () -> page.keyboard().press("p"));
        page.waitForURL("**/learn/first-school/a-school-is-a-folder");
        page.keyboard().press("d");
        page.waitForSelector("button[aria-pressed=false]");
    }

    private void enrolled(Page page, String email) throws InterruptedException {
        signInByLink(page, school, email);
        page.waitForURL("**/learn");
        page.locator("form[action='/learn/first-school/enrolment'] button").click();
        page.waitForURL("**/learn/first-school");
    }
}
