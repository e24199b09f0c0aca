package org.coursewright.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class OperatorJourney extends Browsing {

    @Test
    void fromTheLinkOfTheFirstStartToAnotherSchool() throws Exception {
        var page = device(Look.LIGHT_1280);
        page.navigate(installation.operatorLink());
        look(page, Look.LIGHT_1280, "operator-welcome");
        page.locator("input[name=email]").fill("boss@example.org");
        page.locator("main button").click();
        page.waitForURL("**/admin");
        assertThat(page.locator("h1").textContent()).isEqualTo("All is well");
        walk(page, Look.LIGHT_1280);

        page.navigate(installation.platform("/admin/schools"));
        page.locator("input[name=slug]").fill("Linus T");
        page.locator("input[name=owner]").fill("linus@example.org");
        page.locator("main button.primary").click();
        assertThat(page.locator("#slug-error").textContent()).contains("lower-case letters");
        assertThat(page.locator("input[name=owner]").inputValue()).isEqualTo("linus@example.org");
        page.locator("input[name=slug]").fill("linus");
        answered(page, page.locator("main button.primary")::click);
        page.locator(".flashes .ok").waitFor();
        assertThat(page.locator("table").textContent()).contains("linus@example.org");
        if (installation.alone()) playElsewhere(page);

        var again = page.locator("button[aria-label^='Run Encode a video']");
        for (int i = 0; again.count() == 0 && i < 120; i++) { // until the first video of the demo is encoded
            page.waitForTimeout(500);
            page.navigate(installation.platform("/admin/jobs"));
        }
        int done = page.locator("tbody .pill.ok").count();
        answered(page, again.first()::click);
        page.locator(".flashes .ok").waitFor();
        assertThat(done).isPositive();

        var phone = device(Look.DARK_390);
        signInByLink(phone, installation.platform(""), "boss@example.org");
        phone.waitForURL(installation.platform("/"));
        walk(phone, Look.DARK_390);
    }

    /// The operator leaves the videos of a school to a service; its students notice nothing of it.
    private void playElsewhere(Page page) throws InterruptedException {
        var film = new Film(installation, "linus", () -> {
            var provider = page.locator("tr:has-text('linus@example.org') select");
            provider.selectOption("cloudflare");
            answered(page, page.locator("tr:has-text('linus@example.org') form button")::click);
            page.locator(".flashes .ok").waitFor();
            assertThat(provider.inputValue()).isEqualTo("cloudflare");
            look(page, Look.LIGHT_1280, "admin-schools-provider");
        });
        var student = device(Look.LIGHT_1280);
        signInByLink(student, film.school, "eve@example.org");
        student.waitForURL("**/learn");
        student.locator("form[action='/learn/film/enrolment'] button").click();
        student.waitForURL("**/learn/film");
        var media = new CopyOnWriteArrayList<String>();
        student.onResponse(answer -> {
            if (answer.url().endsWith(".m4s") && answer.status() == 200) media.add(answer.url());
        });
        student.navigate(film.school + "/learn/film/long");
        student.waitForSelector("cw-player[data-island]");
        student.locator("cw-player .start").click();
        playPast(student, 1);
        student.keyboard().press("c");
        student.waitForFunction(
                "() => document.querySelector('cw-player .shaka-text-container').textContent.includes('Line at second')");
        look(student, Look.LIGHT_1280, "lesson-elsewhere");
        assertThat(media).isNotEmpty().allMatch(url -> url.startsWith(installation.elsewhere().origin()));
        student.waitForTimeout(13_000); // until the first token is over
        student.evaluate("document.querySelector('cw-player').seek(65)");
        playPast(student, 66);
        assertThat(media.stream().map(url -> url.split("/")[3]).distinct().count()).as("tokens").isGreaterThan(1);
    }

    private void walk(Page page, Look look) {
        for (var name : new String[] {"", "/schools", "/jobs", "/errors", "/mails", "/audit"}) {
            page.navigate(installation.platform("/admin" + name));
            look(page, look, "admin" + name.replace('/', '-'));
        }
        page.navigate(installation.platform("/dev/mail"));
        look(page, look, "dev-mail");
    }
}
