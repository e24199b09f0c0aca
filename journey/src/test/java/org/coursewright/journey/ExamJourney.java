package org.coursewright.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/// An exam from its first key to its result.
class ExamJourney extends Examinee {

    private static final double SLOWEST = 250;

    private final String school = installation.school("ada", "");

    @Test
    void aWholeExamIsSatByKeyboardAlone() throws Exception {
        var page = enrolled(device(Look.LIGHT_1280), school, "examinee@example.org");
        page.addInitScript("""
                window.pressed = [];
                addEventListener("keydown", event => requestAnimationFrame(() => {
                    const painted = new MessageChannel();
                    painted.port1.onmessage = () => window.pressed.push(performance.now() - event.timeStamp);
                    painted.port2.postMessage(0);
                }), true);
                window.kept = [];
                const begin = IDBDatabase.prototype.transaction;
                IDBDatabase.prototype.transaction = function (...what) {
                    const from = performance.now();
                    const work = begin.apply(this, what);
                    if (what[1] === "readwrite" && [what[0]].flat().includes("entries") && what[0].length === 2)
                        work.addEventListener("complete", () => window.kept.push(performance.now() - from));
                    return work;
                };""");
        enter(page, school);
        look(page, Look.LIGHT_1280, "exam-room");
        tabTo(page, "form:has([value=simulation]) button");
        page.keyboard().press("Enter");
        page.locator(".question").waitFor();
        page.keyboard().press("a");
        page.keyboard().press("s");
        page.keyboard().press("b");
        page.keyboard().press("Shift+F");
        look(page, Look.LIGHT_1280, "exam-question");
        assertThat(page.locator(".flag-switch").getAttribute("aria-pressed")).isEqualTo("true");
        int count = ((Number) page.evaluate("document.querySelectorAll('.numbers button').length")).intValue();
        for (int number = 1; number <= count; number++) {
            answer(page);
            page.keyboard().press("Escape");
            page.evaluate("document.activeElement.blur()");
            page.keyboard().press("n");
            page.waitForFunction("number => document.querySelector('#question-head').textContent.includes(number < "
                    + count + " ? ' ' + (number + 1) + ' ' : 'Review')", number);
        }
        look(page, Look.LIGHT_1280, "exam-review");
        assertThat(page.locator(".rows .complete").count()).isEqualTo(count);
        page.keyboard().press("Control+Enter");
        page.locator(".confirm").waitFor();
        look(page, Look.LIGHT_1280, "exam-confirm");
        report(page);
        tabTo(page, ".confirm .primary");
        page.keyboard().press("Enter");
        page.waitForURL("**/result");
    }

    @Test
    void aStudyAttemptSaysAtOnceWhyAnAnswerIsRightOrWrong() throws Exception {
        var page = enrolled(device(Look.DARK_390), school, "study@example.org");
        begin(page, school, "study");
        toOptions(page);
        page.locator(".option label").first().click();
        if (page.locator(".option input[type=checkbox]").count() > 0) page.locator(".option label").nth(1).click();
        page.locator(".exam-foot .check").click();
        page.locator("#release-head").waitFor();
        assertThat(page.locator(".option.right").count()).isPositive();
        assertThat(page.locator(".option .why").count()).isPositive();
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("release-head");
        look(page, Look.DARK_390, "exam-study");
        page.reload();
        page.locator("#release-head").waitFor();
        page.locator("details.menu summary").click();
        look(page, Look.DARK_390, "exam-tools");
    }

    /// By keys alone, whatever kind of question it is; not always right.
    private void answer(Page page) {
        var kind = (String) page.evaluate("document.querySelector('.question').dataset.kind");
        var keyboard = page.keyboard();
        switch (kind) {
            case "single" -> keyboard.press("a");
            case "multiple" -> {
                var said = page.locator(".choose").textContent().replaceAll("\\D+", " ").strip().split(" ");
                int choose = said[0].isEmpty() ? 1 : Integer.parseInt(said[0]);
                var chosen = page.locator(".option :checked").count();
                for (int at = 0; at < choose - chosen; at++) keyboard.press(Integer.toString(at + 1 + chosen));
            }
            case "order" -> {
                tabTo(page, ".order .down");
                keyboard.press("Enter");
            }
            case "match" -> {
                int lists = page.locator(".lefts select").count();
                for (int at = 0; at < lists; at++) {
                    tabTo(page, ".lefts li:nth-child(" + (at + 1) + ") select");
                    keyboard.press("ArrowDown");
                }
            }
            case "yes-no-series" -> {
                int statements = page.locator(".statement").count();
                for (int at = 0; at < statements; at++) {
                    tabTo(page, ".statement:nth-child(" + (at + 1) + ") input");
                    keyboard.press("Space");
                }
            }
            case "hotspot" -> {
                tabTo(page, ".picture");
                int places = Math.max(1, ((Number) page.evaluate(
                        "+(document.querySelector('.choose').textContent.match(/\\d+/) ?? 1)")).intValue());
                for (int at = 0; at < places; at++) {
                    keyboard.press("ArrowRight");
                    keyboard.press("Enter");
                }
            }
            case "fill" -> {
                tabTo(page, "#typed");
                if (page.locator("select#typed").count() > 0) keyboard.press("ArrowDown");
                else keyboard.type("HEAD");
            }
            case "numeric" -> {
                tabTo(page, "#typed");
                keyboard.type("40");
            }
            case "lab" -> {
                int steps = page.locator(".lab textarea").count();
                for (int at = 0; at < steps; at++) {
                    tabTo(page, ".lab li:nth-child(" + (at + 1) + ") textarea");
                    keyboard.type("main");
                }
            }
            default -> {
                tabTo(page, "#typed");
                keyboard.type("Merge what others have seen.");
            }
        }
    }

    /// Presses Tab until something has the focus.
    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < 120; i++) {
            if ((Boolean) page.evaluate("one => document.activeElement?.matches(one) ?? false", selector)) return;
            page.keyboard().press("Tab");
        }
        throw new AssertionError("no way to " + selector + " by keyboard on " + page.url());
    }

    private static void report(Page page) {
        @SuppressWarnings("unchecked")
        var pressed = ((List<Number>) page.evaluate("window.pressed")).stream().mapToDouble(Number::doubleValue).sorted().toArray();
        @SuppressWarnings("unchecked")
        var kept = ((List<Number>) page.evaluate("window.kept")).stream().mapToDouble(Number::doubleValue).sorted().toArray();
        double median = pressed[pressed.length / 2];
        System.out.printf(
                "key to paint: %d presses, median %.0f ms, 95 %% %.0f ms; on the device: median %.0f ms, 95 %% %.0f ms%n",
                pressed.length, median, pressed[pressed.length * 95 / 100], kept[kept.length / 2],
                kept[kept.length * 95 / 100]);
        assertThat(median).isLessThan(SLOWEST);
    }
}
