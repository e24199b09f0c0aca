package org.coursewright.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
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
        return device(new Browser.NewContextOptions()
                .setViewportSize(look.width, look.height)
                .setColorScheme(look.scheme));
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
        page.waitForFunction("!document.documentElement.hasAttribute('aria-busy')"); // a visit of Turbo goes on
        page.evaluate("document.activeViewTransition?.finished");
        page.evaluate("document.getAnimations().forEach(one => { try { one.finish() } catch (endless) {} })");
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

    /// Nothing is wider than the screen; -15 = a scroll bar takes room of its own.
    void fits(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .as("overflow of " + page.url())
                .isIn(0, -15);
    }

    /// Signs in by the link in the mail.
    void signInByLink(Page page, String host, String email) throws InterruptedException {
        var mail = ask(page, host, email);
        page.navigate(host + Installation.found(mail, "(/sign-in/link/[A-Za-z0-9_-]+)"));
        page.locator("main button").click();
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
        page.waitForFunction(
                "second => { const v = document.querySelector('cw-player video'); return v && v.currentTime > second; }",
                second, new Page.WaitForFunctionOptions().setTimeout(30_000));
    }
}
