package org.coursewright.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlayerJourney extends Browsing {

    private static final String LESSON = "/learn/film/long";
    private static final String JUNK = "\0\0\0\24junk with a size".repeat(50); // a box that no decoder knows
    private final Film film = new Film(installation, "film");
    private final AtomicInteger students = new AtomicInteger();
    private String viewer = "";

    @ParameterizedTest
    @EnumSource
    void chaptersAreMarkedListedAndSoughtByAClick(Look look) throws Exception {
        var page = viewer(look);
        open(page, LESSON + "?t=20");
        assertThat(page.locator(".start small").textContent()).contains("0:20");
        play(page);
        playPast(page, 20.5);
        page.locator(".chapters [aria-current]", new Page.LocatorOptions().setHasText("Policies")).waitFor();
        page.locator("cw-player").hover(new Locator.HoverOptions().setPosition(100, 100)); // the bar is there to those who point
        page.waitForFunction("""
                () => { const marks = document.querySelector('.shaka-chapter-markers'), places = getComputedStyle(marks);
                        const inside = parseFloat(places.backgroundPositionX) > 0;
                        return inside && places.backgroundPositionX.split(',').map(parseFloat)
                            .filter(at => at < marks.clientWidth).length === 2; }
                """);
        page.locator(".chapters a", new Page.LocatorOptions().setHasText("Roles")).click();
        playPast(page, 50.3);
        assertThat(page.url()).endsWith("?t=20");
        page.locator(".chapters [aria-current]", new Page.LocatorOptions().setHasText("Roles")).waitFor();
        look(page, look, "lesson-chapters");
    }

    @Test
    void everyKeyDoesWhatTheListSays() throws Exception {
        var page = student(device(Look.LIGHT_1280));
        open(page, LESSON);
        press(page, " ");
        playPast(page, 0.5);
        press(page, "k");
        page.waitForFunction("() => document.querySelector('cw-player video').paused");
        press(page, "3");
        assertThat(time(page)).isBetween(22.4, 22.6);
        press(page, "l");
        assertThat(time(page)).isBetween(32.4, 32.6);
        press(page, "j");
        assertThat(time(page)).isBetween(22.4, 22.6);
        press(page, "ArrowRight");
        assertThat(time(page)).isBetween(27.4, 27.6);
        press(page, "ArrowLeft");
        press(page, "ArrowLeft");
        assertThat(time(page)).isBetween(17.4, 17.6);
        press(page, "ArrowDown");
        assertThat(number(page, "volume")).isBetween(0.85, 0.95);
        press(page, "ArrowUp");
        assertThat(number(page, "volume")).isEqualTo(1);
        press(page, "m");
        assertThat(video(page, "muted")).isEqualTo(true);
        press(page, "m");
        press(page, "Shift+>");
        press(page, "Shift+>");
        assertThat(rate(page)).isEqualTo(1.2);
        assertThat(page.locator("cw-player .message").textContent()).contains("1.2");
        for (int i = 0; i < 8; i++) press(page, "Shift+<");
        assertThat(rate(page)).isEqualTo(0.5);
        for (int i = 0; i < 26; i++) press(page, "Shift+>");
        assertThat(rate(page)).isEqualTo(3);
        press(page, "c");
        page.waitForFunction("() => document.querySelector('cw-player .shaka-text-container')?.textContent.includes('Line at second 15')");
        press(page, "c");
        press(page, "t");
        assertThat(page.evaluate("document.activeElement.closest('cw-transcript') !== null")).isEqualTo(true);
        press(page, "/");
        assertThat(page.evaluate("document.activeElement.type")).isEqualTo("search");
        page.keyboard().type("second 45");
        assertThat(page.locator("cw-transcript li").count()).isEqualTo(1);
        page.locator("cw-transcript li button").click();
        assertThat(time(page)).isBetween(44.9, 45.1);
        page.evaluate("document.activeElement.blur()");
        press(page, "f");
        page.waitForFunction("() => document.fullscreenElement !== null");
        press(page, "f");
        page.waitForFunction("() => document.fullscreenElement === null");
        press(page, "?");
        assertThat(page.locator("dialog.keys").textContent()).contains("10 seconds back").contains("Next lesson");
        look(page, Look.LIGHT_1280, "lesson-keys");
        page.keyboard().press("Escape");
        press(page, "d");
        page.waitForSelector("button[aria-pressed=true]");
        answered(page, () -> press(page, "n"));
        page.waitForURL("**/learn/film/short");
        press(page, "p");
        page.waitForURL("**/learn/film/long");
    }

    @Test
    void whatAViewerChoseHoldsForTheNextVideo() throws Exception {
        var page = student(device(Look.LIGHT_1280));
        open(page, LESSON);
        play(page);
        playPast(page, 1);
        press(page, "c");
        press(page, "Shift+>");
        press(page, "Shift+>");
        page.locator(".shaka-overflow-menu-button").click();
        page.locator(".shaka-resolution-button").click();
        page.locator(".shaka-resolutions button", new Page.LocatorOptions().setHasText("360")).click();
        page.waitForFunction("() => document.querySelector('cw-player video').videoHeight === 360");
        open(page, LESSON + "?t=30");
        play(page);
        playPast(page, 30.5);
        assertThat(number(page, "playbackRate")).isBetween(1.19, 1.21);
        assertThat(number(page, "videoHeight")).isEqualTo(360);
        page.waitForFunction("() => document.querySelector('cw-player .shaka-text-container')?.textContent.includes('Line at second 30')");
        look(page, Look.LIGHT_1280, "lesson-captions");
    }

    @Test
    void whateverBreaksInTheMiddleThePlaceIsKeptAndItGoesOnByItself() throws Exception {
        var page = device(Look.LIGHT_1280);
        open(page, "/courses/film/long");
        play(page);
        playPast(page, 1);
        page.context().setOffline(true);
        page.evaluate("document.querySelector('cw-player').seek(60)");
        page.locator("cw-player .message", new Page.LocatorOptions().setHasText("Connection lost")).waitFor();
        look(page, Look.LIGHT_1280, "lesson-lost");
        page.context().setOffline(false);
        playPast(page, 60.5);
        assertThat(page.locator("cw-player .message").isVisible()).isFalse();

        var spoilt = new CopyOnWriteArraySet<String>();
        page.route("**/media/**/*.mp4", route -> {
            if (spoilt.add(route.request().url())) route.fulfill(new Route.FulfillOptions().setStatus(206).setBody(JUNK));
            else
                route.resume();
        });
        page.evaluate("document.querySelector('cw-player').seek(45)");
        page.locator("cw-player .message", new Page.LocatorOptions().setHasText("broke off")).waitFor();
        playPast(page, 45.5);
        assertThat(time(page)).isLessThan(55);
    }

    @Test
    void onABadLineTheSoundAloneIsOffered() throws Exception {
        var page = viewer(Look.DARK_390);
        open(page, LESSON + "?t=0");
        play(page);
        playPast(page, 0.5);
        press(page, "Shift+>");
        page.route("**/media/**/{360,480}-*.mp4", Route::abort);
        page.evaluate("document.querySelector('cw-player').seek(60)");
        page.evaluate("const now = performance.now.bind(performance); performance.now = () => now() + 10_000"); // nobody waits so long here
        page.locator("cw-player .message button").waitFor();
        look(page, Look.DARK_390, "lesson-bad-line");
        page.locator("cw-player .message button").click();
        playPast(page, 60.5);
        assertThat(rate(page)).as("what was chosen holds").isEqualTo(1.1);
        page.unrouteAll();
        page.locator("cw-player .sound-only").click();
        page.waitForFunction("() => document.querySelector('cw-player video').videoHeight > 0");
        assertThat(time(page)).isGreaterThan(60);
    }

    @Test
    void anAddressThatIsNearlyOverIsRenewedWithoutAStop() throws Exception {
        var page = viewer(Look.LIGHT_1280);
        var tokens = new CopyOnWriteArrayList<String>();
        var refused = new CopyOnWriteArrayList<String>();
        page.onResponse(answer -> {
            if (!answer.url().contains("/media/")) return;
            tokens.addIfAbsent(answer.url().split("/")[4]);
            if (answer.status() >= 400) refused.add(answer.url());
        });
        open(page, LESSON + "?t=0");
        play(page);
        playPast(page, 0.5);
        page.waitForResponse("**/playback", () -> page.evaluate("""
                () => { const video = document.querySelector('cw-player video'); window.stops = 0;
                        video.addEventListener('waiting', () => {
                            const parts = [...Array(video.buffered.length).keys()], at = video.currentTime;
                            if (!parts.some(part => video.buffered.start(part) <= at && video.buffered.end(part) > at + 0.5))
                                window.stops++; }); }
                """));
        assertThat(page.evaluate("window.stops")).isEqualTo(0);
        page.evaluate("document.querySelector('cw-player').seek(65)");
        playPast(page, 65.5);
        assertThat(tokens).hasSizeGreaterThan(1);
        assertThat(refused).isEmpty();
    }

    @Test
    void anAddressThatIsRefusedIsRenewedAsWell() throws Exception {
        var page = viewer(Look.LIGHT_1280);
        open(page, LESSON + "?t=0");
        play(page);
        playPast(page, 0.5);
        var old = page.locator("cw-player").getAttribute("src").split("/")[2];
        page.route("**/media/" + old + "/**/*.mp4", route -> route.fulfill(new Route.FulfillOptions().setStatus(403)));
        page.waitForFunction("() => Date.now() - Number(document.querySelector('cw-player').dataset.rendered) > 1200"); // the next token
        page.evaluate("document.querySelector('cw-player').seek(60)");
        playPast(page, 60.5);
        assertThat(page.locator("cw-player .message").isVisible()).isFalse();
    }

    @Test
    void theSameBytesPlayAsDash() throws Exception {
        var page = viewer(Look.LIGHT_1280);
        open(page, LESSON + "?t=0");
        var asked = new CopyOnWriteArrayList<String>();
        page.onRequest(request -> asked.add(request.url().replaceFirst("\\?.*", "")));
        page.evaluate("""
                () => { const hls = document.querySelector('cw-player'), dash = document.createElement('cw-player');
                        for (const one of hls.attributes)
                            dash.setAttribute(one.name, one.value.replace('master.m3u8', 'manifest.mpd'));
                        hls.replaceWith(dash); }
                """);
        play(page);
        playPast(page, 1);
        page.evaluate("document.querySelector('cw-player').seek(50)");
        playPast(page, 50.5);
        assertThat(number(page, "readyState")).isGreaterThanOrEqualTo(3);
        assertThat(number(page, "videoHeight")).isPositive();
        assertThat(number(page, "duration")).isBetween(Film.SECONDS - 0.5, Film.SECONDS + 0.5);
        assertThat(asked).anyMatch(url -> url.endsWith(".mpd")).noneMatch(url -> url.endsWith(".m3u8"));
    }

    @Test
    void theNextLessonIsFetchedAheadWithThePartsOfItsVideoThatItBeginsWith() throws Exception {
        var page = student(device(Look.LIGHT_1280));
        open(page, LESSON);
        play(page);
        playPast(page, 0.5);
        var ahead = parts(page, () -> page.evaluate("document.querySelector('cw-player').seek(60)"), true);
        page.keyboard().press("n");
        page.waitForURL("**/learn/film/short");
        assertThat(parts(page, () -> play(page), false)).containsAll(ahead);
    }

    @Test
    void whatWasFetchedAheadIsNotFetchedAgain() throws Exception {
        var page = device(Look.LIGHT_1280);
        open(page, "/courses/film/long");
        play(page);
        playPast(page, 0.5);
        parts(page, () -> page.evaluate("document.querySelector('cw-player').seek(60)"), true);
        open(page, "/courses/film/short");
        play(page);
        playPast(page, 0.3);
        assertThat((List<?>) page.evaluate("""
                () => performance.getEntriesByType('resource')
                    .filter(one => /\\/480-.*mp4$/.test(one.name) && one.transferSize === 0).map(one => one.name)
                """)).as("segments from the browser's own memory").isNotEmpty();
    }

    /// Files and ranges that are asked for until picture and sound have their beginning.
    private static Set<String> parts(Page page, Runnable deed, boolean ahead) {
        var parts = new CopyOnWriteArraySet<String>();
        Consumer<Request> listener = request -> {
            var headers = request.headers();
            if (headers.containsKey("range") && ahead == "prefetch".equals(headers.get("x-sec-purpose")))
                parts.add(request.url().replaceFirst(".*/", "") + " " + headers.get("range"));
        };
        page.onRequest(listener);
        deed.run();
        page.waitForCondition(() -> parts.stream().filter(part -> part.startsWith("480-")).count() >= 2
                && parts.stream().filter(part -> part.startsWith("audio-")).count() >= 2);
        page.offRequest(listener);
        return parts;
    }

    @Test
    void theSystemKnowsWhatPlaysAndMayAct() throws Exception {
        var page = device(Look.LIGHT_1280);
        page.addInitScript("""
                window.acts = {};
                const set = MediaSession.prototype.setActionHandler;
                MediaSession.prototype.setActionHandler = function (name, act) { window.acts[name] = act; set.call(this, name, act); };
                HTMLVideoElement.prototype.requestPictureInPicture = async function () { window.inPicture = true; };
                """);
        student(page);
        open(page, LESSON);
        play(page);
        playPast(page, 0.5);
        assertThat(page.evaluate("navigator.mediaSession.metadata.title")).isEqualTo("Long");
        assertThat((String) page.evaluate("navigator.mediaSession.metadata.artwork[0].src")).contains("poster.webp");
        page.evaluate("window.acts.seekto({ action: 'seekto', seekTime: 40 })");
        assertThat(time(page)).isBetween(40.0, 41.5);
        page.evaluate("window.acts.seekbackward({ action: 'seekbackward' })");
        assertThat(time(page)).isBetween(30.0, 31.5);
        page.evaluate("window.acts.pause()");
        assertThat(video(page, "paused")).isEqualTo(true);
        page.locator("cw-player").hover();
        page.locator(".shaka-overflow-menu-button").click();
        page.locator(".shaka-pip-button").click();
        page.waitForFunction("() => window.inPicture");
        page.evaluate("window.acts.nexttrack()");
        page.waitForURL("**/learn/film/short");
    }

    @Test
    void twoTapsGoTenSecondsOn() throws Exception {
        var page = device(new Browser.NewContextOptions().setViewportSize(390, 844).setHasTouch(true).setIsMobile(true));
        open(page, "/courses/film/long");
        page.locator("cw-player .start").tap();
        playPast(page, 0.5);
        var box = page.locator("cw-player").boundingBox();
        for (int i = 0; i < 3; i++) page.touchscreen().tap(box.x + box.width * 0.85, box.y + box.height * 0.5);
        page.waitForFunction("() => document.querySelector('cw-player video').currentTime > 10");
        assertThat(time(page)).isLessThan(25);
        page.evaluate("scrollTo(0, 500)");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screens/lesson-sticky-390.png")));
        assertThat((Number) page.evaluate("Math.round(document.querySelector('cw-player').getBoundingClientRect().top)"))
                .as("the picture stays in sight").isEqualTo(0);
    }

    @Test
    void aTabThatWasLeftGoesOnWhereAnotherDeviceStopped() throws Exception {
        var email = email();
        var first = student(device(Look.LIGHT_1280), email);
        open(first, LESSON);
        play(first);
        playPast(first, 0.5);
        press(first, "k");
        first.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        var second = device(Look.DARK_390);
        signInByLink(second, film.school, email);
        second.waitForURL("**/learn");
        open(second, LESSON + "?t=40");
        play(second);
        playPast(second, 41);
        second.waitForResponse("**/position", () -> second.evaluate("document.querySelector('cw-player video').pause()"));
        first.evaluate("""
                () => { const now = Date.now; const show = state => {
                        Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
                        document.dispatchEvent(new Event('visibilitychange')); };
                    show('hidden'); Date.now = () => now() + 60_000; show('visible'); }
                """);
        first.waitForFunction("() => document.querySelector('cw-player video').currentTime > 40");
        assertThat(first.locator("cw-player .message").textContent()).contains("0:41");
    }

    @Test
    void withoutAScriptThePageHasItsVideoItsChaptersAndItsWords() throws Exception {
        var email = email();
        var signedIn = student(device(Look.LIGHT_1280), email);
        var page = device(new Browser.NewContextOptions().setViewportSize(320, 640).setJavaScriptEnabled(false)
                .setStorageState(signedIn.context().storageState()));
        page.navigate(film.school + LESSON + "?t=20");
        assertThat(page.locator("cw-player video").getAttribute("src")).endsWith("#t=20.0");
        assertThat(page.locator("cw-player video").getAttribute("controls")).isNotNull();
        assertThat(page.locator("cw-player track").getAttribute("src")).endsWith(".vtt");
        assertThat(page.locator(".chapters a").allTextContents()).hasSize(3).last().asString().contains("0:50").contains("Roles");
        assertThat(page.locator("cw-transcript a").getAttribute("href")).endsWith(".vtt");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screens/lesson-no-script-320.png")));
    }

    @Test
    void theFirstPictureIsThereWithinASecond() throws Exception {
        var page = device(Look.LIGHT_1280);
        open(page, "/courses/film/long");
        page.waitForTimeout(1000);
        var millis = ((Number) page.evaluate("""
                () => new Promise(seen => {
                    const video = document.querySelector('cw-player video'), start = performance.now();
                    video.requestVideoFrameCallback(() => seen(performance.now() - start));
                    document.querySelector('cw-player .start').click();
                })
                """)).doubleValue();
        System.out.printf("first-frame: %.0f ms from the click to the first picture%n", millis);
        assertThat(millis).isLessThan(3000);
    }

    private Page student(Page page) throws InterruptedException {
        return student(page, email());
    }

    /// Somebody who has enrolled; the same person in all of these walks.
    private Page viewer(Look look) throws InterruptedException {
        if (viewer.isEmpty()) viewer = student(device(look)).context().storageState();
        return device(look, viewer);
    }

    private String email() {
        return "viewer-" + students.incrementAndGet() + "@example.org";
    }

    private Page student(Page page, String email) throws InterruptedException {
        signInByLink(page, film.school, email);
        page.waitForURL("**/learn");
        page.locator("form[action='/learn/film/enrolment'] button").click();
        page.waitForURL("**/learn/film");
        return page;
    }

    private void open(Page page, String path) {
        page.navigate(film.school + path);
        page.waitForSelector("cw-player[data-island]");
    }

    private static void play(Page page) {
        page.locator("cw-player .start").click();
    }

    private static void press(Page page, String key) {
        page.keyboard().press(key.equals(" ") ? "Space" : key);
    }

    private static double time(Page page) {
        return number(page, "currentTime");
    }

    /// As fast as the viewer wants it, also while the player waits for data.
    private static double rate(Page page) {
        return ((Number) page.evaluate("document.querySelector('cw-player').rate")).doubleValue();
    }

    private static double number(Page page, String property) {
        return ((Number) video(page, property)).doubleValue();
    }

    private static Object video(Page page, String property) {
        return page.evaluate("name => document.querySelector('cw-player video')[name]", property);
    }
}
