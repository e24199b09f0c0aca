package org.coursewright.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// A browser for journeys: light at 1280 px and dark at 390 px. What the console calls an error fails the journey.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OneBrowser.class)
abstract class Browsing {

    /// Two ways of looking.
    enum Look {
        LIGHT_1280(1280, 900, ColorScheme.LIGHT),
        DARK_390(390, 844, ColorScheme.DARK);

        private final int width;
        private final int height;
        private final ColorScheme scheme;

        Look(int width, int height, ColorScheme scheme) {
            this.width = width;
            this.height = height;
            this.scheme = scheme;
        }
    }

    final Installation installation = Installation.get();
    private final List<String> complaints = new ArrayList<>();
    private final List<BrowserContext> contexts = new ArrayList<>();
    private Browser browser;

    @BeforeAll
    void open(Browser one) {
        browser = one;
    }

    @AfterEach
    void nothingComplained() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        var heard = List.copyOf(complaints);
        complaints.clear();
        assertThat(heard).isEmpty();
    }

    /// A device of its own: other cookies, other storage.
    Page device(Look look) {
        return device(options(look));
    }

    /// One more device of somebody who has signed in on another.
    Page device(Look look, String storageState) {
        return device(options(look).setStorageState(storageState));
    }

    private static Browser.NewContextOptions options(Look look) {
        return new Browser.NewContextOptions()
                .setViewportSize(look.width, look.height)
                .setColorScheme(look.scheme);
    }

    /// A device of another kind.
    Page device(Browser.NewContextOptions options) {
        var context = browser.newContext(options);
        contexts.add(context);
        var page = context.newPage();
        page.onPageError(error -> {
            // a visit that a quicker one overtook: Turbo or the browser gives up its transition, and nobody sees that
            boolean overtaken = error.startsWith("AbortError") || error.contains("Transition was aborted");
            if (!overtaken) complaints.add(page.url() + ": " + error);
        });
        page.onConsoleMessage(message -> {
            boolean ours = message.type().equals("error") && !message.text().startsWith("Failed to load resource");
            if (ours) complaints.add(page.url() + ": " + message.text());
        });
        return page;
    }

    /// A picture for people, no violation for axe, nothing wider than the screen.
    void look(Page page, Look look, String name) {
        settled(page);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screens/" + name + "-" + look.name().toLowerCase().replace('_', '-') + ".png")));
        var found = new AxeBuilder(page)
                .setLegacyMode(true) // which spares a second page: no page of ours has a frame
                .exclude("video")
                .exclude(".shaka-ad-info") // empty parts of the player's own controls that are never shown
                .exclude(".shaka-content-title")
                .analyze()
                .getViolations();
        assertThat(found.stream().map(rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml()).toList())
                .as("axe on " + page.url())
                .isEmpty();
        fits(page);
    }

    /// Waits until no visit of Turbo goes on and nothing moves; begins again where another page comes meanwhile.
    private static void settled(Page page) {
        page.waitForLoadState();
        page.waitForFunction("""
                async () => {
                    if (document.documentElement.hasAttribute('aria-busy')) return false;
                    await document.activeViewTransition?.finished;
                    for (const one of document.getAnimations()) try { one.finish() } catch (endless) {}
                    return true;
                }
                """);
    }

    /// Does what is answered by a page, and waits until that page has taken the place of this one, also at the same address.
    static void answered(Page page, Runnable deed) {
        page.evaluate("document.body.dataset.before = ''");
        deed.run();
        page.locator("body:not([data-before])").waitFor();
        settled(page);
    }

    /// Nothing is wider than the screen; -15 = a scroll bar takes room of its own.
    void fits(Page page) {
        var wide = page.evaluate("""
                () => [...document.querySelectorAll("main *, header *")].filter(one => one.getBoundingClientRect().right > innerWidth + 1)
                    .slice(-4).map(one => one.outerHTML.slice(0, 120)).join(" | ")""");
        assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .as("overflow of " + page.url() + " by " + wide)
                .isIn(0, -15);
    }

    /// Signs in by the link in the mail.
    void signInByLink(Page page, String host, String email) throws InterruptedException {
        var mail = ask(page, host, email);
        page.navigate(host + Installation.found(mail, "(/sign-in/link/[A-Za-z0-9_-]+)"));
        answered(page, page.locator("main button")::click);
    }

    /// Asks for the mail and gives its text.
    String ask(Page page, String host, String email) throws InterruptedException {
        int before = installation.mails(email).size();
        page.navigate(host + "/sign-in");
        page.locator("input[name=email]").fill(email);
        page.locator("main button").click();
        page.waitForURL("**/sign-in/code");
        return installation.mail(email, before);
    }

    /// Status of a GET from within the page, with its cookies.
    int status(Page page, String path) {
        return ((Number) page.evaluate("path => fetch(path).then(answer => answer.status)", path)).intValue();
    }

    /// Plays until the video stands behind a second.
    void playPast(Page page, double second) {
        try {
            page.waitForFunction(
                    "second => { const v = document.querySelector('cw-player video'); return v && v.currentTime > second; }",
                    second, new Page.WaitForFunctionOptions().setTimeout(30_000));
        } catch (TimeoutError stuck) {
            throw new AssertionError("never behind second " + second + ": " + page.evaluate("""
                    () => { const v = document.querySelector('cw-player video'), parts = [...Array(v?.buffered.length ?? 0).keys()];
                            return JSON.stringify({ at: v?.currentTime, ready: v?.readyState, paused: v?.paused, rate: v?.playbackRate,
                                error: v?.error?.message, has: parts.map(part => [v.buffered.start(part), v.buffered.end(part)]),
                                said: document.querySelector('cw-player .message')?.textContent, wide: v?.videoWidth }) }"""), stuck);
        }
    }
}
