package org.coursewright.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
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
        page.locator("main button.primary").click();
        page.locator(".flashes .ok").waitFor();
        assertThat(page.locator("table").textContent()).contains("linus@example.org");

        var again = page.locator("button[aria-label^='Run Encode a video']");
        for (int i = 0; again.count() == 0 && i < 120; i++) { // until the first video of the demo is encoded
            page.waitForTimeout(500);
            page.navigate(installation.platform("/admin/jobs"));
        }
        int done = page.locator("tbody .pill.ok").count();
        again.first().click();
        page.locator(".flashes .ok").waitFor();
        assertThat(done).isPositive();

        var phone = device(Look.DARK_390);
        signInByLink(phone, installation.platform(""), "boss@example.org");
        phone.waitForURL(installation.platform("/"));
        walk(phone, Look.DARK_390);
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
