package org.coursewright.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/// What goes wrong while an exam is sat, and costs no answer.
class ExamFaultJourney extends Examinee {

    private static final String SAVED = "() => document.querySelector('.saved').textContent.startsWith('Saved')";

    private final String school = installation.school("ada", "");

    @Test
    void aPhoneThatIsCutOffKeepsAllAnswersThroughAReloadAndHandsInByItself() throws Exception {
        try (var line = new Relay(installation.port())) {
            var host = line.school("ada", "");
            var page = enrolled(device(Look.DARK_390), host, "offline@example.org");
            begin(page, host, "simulation");
            choose(page, 0);
            page.waitForFunction(SAVED);
            look(page, Look.DARK_390, "exam-question");
            page.locator("cw-exam[data-kept]").waitFor();
            line.cut();
            next(page);
            choose(page, 1);
            next(page);
            choose(page, 0);
            page.locator(".saved.warn").waitFor();
            assertThat(page.locator(".saved").textContent()).isEqualTo("Offline: 2 answers safe on this device");
            look(page, Look.DARK_390, "exam-offline");
            var before = page.locator("#question-head").textContent();
            page.reload();
            page.locator(".option :checked").first().waitFor();
            assertThat(page.locator("#question-head").textContent()).isEqualTo(before);
            assertThat(page.locator(".timer").textContent()).matches("\\d+:\\d\\d");
            next(page);
            choose(page, 0);
            line.mend();
            page.evaluate("dispatchEvent(new Event('online'))");
            page.waitForFunction(SAVED);
            assertThat(answered(page)).isEqualTo(4);
            line.cut();
            page.keyboard().press("Control+Enter");
            page.locator(".confirm .primary").click();
            page.locator(".rest").waitFor();
            page.waitForFunction("() => document.querySelector('.rest').textContent.includes('Safe on this device')");
            look(page, Look.DARK_390, "exam-safe");
            page.setViewportSize(320, 640);
            fits(page);
            line.mend();
            page.locator(".rest .primary").click();
            page.waitForURL("**/result");
        }
    }

    @Test
    void aSecondTabAndASecondDeviceTakeOverAndTheFirstOneLooksOn() throws Exception {
        var first = enrolled(device(Look.LIGHT_1280), school, "two-tabs@example.org");
        begin(first, school, "simulation");
        choose(first, 0);
        first.waitForFunction(SAVED);
        var second = first.context().newPage();
        second.navigate(first.url());
        second.locator(".elsewhere").waitFor();
        assertThat(second.locator(".option input:enabled").count()).isZero();
        look(second, Look.LIGHT_1280, "exam-elsewhere");
        second.locator(".elsewhere .btn").click();
        second.locator(".flag-switch:enabled").waitFor();
        first.locator(".elsewhere").waitFor();
        choose(second, 1);
        second.waitForFunction(SAVED);
        var phone = device(Look.DARK_390, second.context().storageState());
        phone.navigate(first.url());
        phone.locator(".flag-switch:enabled").waitFor();
        second.locator(".elsewhere").waitFor();
        for (int i = 0; i < 40 && (phone.locator(".option").count() == 0
                || phone.locator(".option :checked").count() > 0); i++) next(phone);
        choose(phone, 0);
        phone.waitForFunction(SAVED);
        assertThat(answered(phone)).isEqualTo(2);
        assertThat(answered(first)).isEqualTo(2);
    }

    @Test
    void timeThatIsUpHandsIn() throws Exception {
        var page = device(Look.LIGHT_1280);
        page.clock().install();
        enrolled(page, school, "time-up@example.org");
        begin(page, school, "simulation");
        choose(page, 0);
        page.waitForFunction(SAVED);
        page.locator(".clock-switch").click();
        assertThat(page.locator(".timer").isVisible()).isFalse();
        page.clock().fastForward("35:30");
        page.locator(".timer.soon").waitFor();
        assertThat(page.locator("#polite").textContent()).contains("5 minutes left");
        page.keyboard().press("t");
        assertThat(page.locator("#polite").textContent()).contains("4 minutes and");
        page.clock().fastForward("41:00");
        page.waitForURL("**/result");
    }

    /// An option of the question, or of the next that has some.
    private void choose(Page page, int at) {
        toOptions(page);
        page.locator(".option label").nth(at).click();
    }
}
