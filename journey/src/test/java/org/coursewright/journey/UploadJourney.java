package org.coursewright.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// An author sends a better take from the browser, and it takes the place of the old one.
class UploadJourney extends Browsing {

    private static final Path VIDEO = Path.of("src/test/resources/clip.mp4").toAbsolutePath();

    @ParameterizedTest
    @EnumSource(names = "DARK_390")
    void aBetterTakeGoesInTheSameLesson(Look look) throws Exception {
        var slug = "takes-" + look.ordinal();
        var folder = school(slug);
        var page = studio(look, slug);
        look(page, look, "upload");

        var files = Files.createDirectories(folder.resolveSibling(slug + "-files"));
        var words = Files.writeString(files.resolve("words.mp4"), "These are words. ".repeat(100_000));
        page.locator("cw-upload input").setInputFiles(words);
        page.locator("cw-upload .bad").waitFor();
        assertThat(page.locator("cw-upload .bad").textContent()).contains("This is a text file, not a video.");
        look(page, look, "upload-refused");

        page.locator("cw-upload input").setInputFiles(longer(files.resolve("take two.mp4"), look.ordinal()));
        page.waitForURL("**/videos/replacements/new?upload=*");
        page.locator("#place").waitFor();
        assertThat(page.locator("main").textContent()).contains("take two.mp4 is here");
        page.locator("#place").selectOption(new SelectOption().setIndex(1));
        look(page, look, "upload-replace");
        answered(page, page.locator("form:has(#place) button.primary")::click);
        page.locator(".flashes .ok").waitFor();
        page.locator("tbody tr", new Page.LocatorOptions().setHasText("Ready")).nth(1)
                .waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        look(page, look, "upload-replaced");
        page.navigate(installation.school(slug, "/courses/first-course/welcome"));
        for (var tries = 0; tries < 30 && page.locator("cw-player").count() == 0; tries++) {
            page.waitForTimeout(500); // the stored page is written anew when the video plays
            page.reload();
        }
        page.locator("cw-player .start").click();
        playPast(page, 1);
    }

    /// The line is held after the first megabyte, and everything happens then.
    @Test
    void whateverComesBetweenAnUploadGoesOnWhereItWas() throws Exception {
        school("fetched");
        var page = studio(Look.LIGHT_1280, "fetched");
        var film = longer(Files.createDirectories(installation.folder("fetched-files")).resolve("slow.mp4"), 9);
        var held = new CopyOnWriteArrayList<Route>();
        var free = new AtomicBoolean();
        page.route("**/uploads/*", route -> {
            var offset = route.request().headerValue("upload-offset");
            if (free.get() || !route.request().method().equals("PATCH") || "0".equals(offset)) route.resume();
            else
                held.add(route);
        });
        page.locator("cw-upload input").setInputFiles(film);
        page.waitForCondition(() -> held.size() == 1);
        page.locator("cw-upload .actions button").first().click();
        page.locator("cw-upload [role=status]", new Page.LocatorOptions().setHasText("Paused")).waitFor();
        look(page, Look.LIGHT_1280, "upload-paused");
        page.locator("cw-upload .actions button").first().click();
        page.waitForCondition(() -> held.size() == 2);

        page.onDialog(Dialog::accept); // the page asks whether to leave
        page.reload();
        page.locator("cw-upload input").setInputFiles(film);
        page.waitForCondition(() -> held.size() == 3);

        page.context().setOffline(true);
        held.getLast().resume();
        page.locator("cw-upload .bad").waitFor();
        look(page, Look.LIGHT_1280, "upload-lost");
        free.set(true);
        page.context().setOffline(false);
        page.waitForURL("**/videos/replacements/new?upload=*");
        assertThat(page.locator("main").textContent()).contains("slow.mp4 is here");
        assertThat(held).allMatch(route -> "1048576".equals(route.request().headerValue("upload-offset")));
    }

    /// The server fetches a video itself, and it becomes a lesson of its own.
    @ParameterizedTest
    @EnumSource(names = "LIGHT_1280")
    void anAddressIsEnough(Look look) throws Exception {
        school("fetched");
        var page = studio(look, "fetched");
        var name = "take-" + look.ordinal() + ".mp4";
        var film = longer(Files.createDirectories(installation.folder("fetched-files")).resolve(name), look.ordinal());
        var other = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 5);
        other.createContext("/" + name, exchange -> {
            exchange.sendResponseHeaders(200, Files.size(film));
            Files.copy(film, exchange.getResponseBody());
            exchange.close();
        });
        other.createContext("/page", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        other.start();
        try {
            fetch(page, name);
            page.locator("#address-error").waitFor();
            assertThat(page.locator(".side [aria-current]").textContent()).isEqualTo("Videos");
            look(page, look, "import-malformed");
            fetch(page, "http://127.0.0.1:" + other.getAddress().getPort() + "/page");
            var refused = page.locator("tr", new Page.LocatorOptions().setHasText("is a web page, not a video."));
            refused.waitFor();
            fetch(page, "http://127.0.0.1:" + other.getAddress().getPort() + "/" + name);
            var here = page.locator("tr", new Page.LocatorOptions().setHasText("Is here"))
                    .filter(new Locator.FilterOptions().setHasText(name));
            here.waitFor();
            look(page, look, "import-here");
            refused.locator("button.ghost").click();
            refused.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            here.locator("a.btn").click();
        } finally {
            other.stop(0);
        }
        page.locator("#section").waitFor();
        look(page, look, "import-new-lesson");
        answered(page, page.locator("form:has(#section) button.primary")::click);
        page.locator(".flashes .ok").waitFor();
        page.locator("tbody a", new Page.LocatorOptions().setHasText(name)).click();
        page.locator("h1", new Page.LocatorOptions().setHasText(name)).waitFor();
        page.locator(".waveform").waitFor(new Locator.WaitForOptions().setTimeout(60_000)); // comes by itself
    }

    private static void fetch(Page page, String address) {
        page.locator("#address").fill(address);
        page.locator(".import-form button").click();
    }

    private Path school(String slug) throws Exception {
        var folder = installation.folder(slug + "-school");
        if (Files.exists(folder)) return folder;
        installation.run("school", "create", slug, "--owner", slug + "@example.org");
        var token = Installation.found(
                installation.run("token", "create", "--school", slug), "(?m)^\\s*(\\S{20,})\\s*$");
        installation.run("new", folder.toString());
        Files.copy(VIDEO, folder.resolve("courses/first-course/01-start/01-welcome.mp4"));
        installation.run("push", folder.toString(), "--school", slug, "--url", installation.platform(""),
                "--token", token, "--publish", "--wait");
        return folder;
    }

    private Page studio(Look look, String slug) throws Exception {
        var page = device(look);
        signInByLink(page, installation.platform(""), slug + "@example.org");
        page.waitForURL(installation.platform("/"));
        page.navigate(installation.platform("/studio/" + slug + "/videos"));
        page.locator("cw-upload input").waitFor();
        return page;
    }

    /// The clip with a box at its end that players pass over: another file of three megabytes.
    private static Path longer(Path path, int mark) throws Exception {
        Files.copy(VIDEO, path);
        var box = ByteBuffer.allocate(3_000_000).putInt(3_000_000).put("free".getBytes("US-ASCII")).putInt(mark);
        return Files.write(path, box.array(), StandardOpenOption.APPEND);
    }
}
