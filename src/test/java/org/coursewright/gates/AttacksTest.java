package org.coursewright.gates;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.coursewright.Program;
import org.coursewright.identity.Accounts;
import org.coursewright.identity.ApiToken;
import org.coursewright.identity.ApiTokens;
import org.coursewright.mail.Outbox;
import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.coursewright.school.Schools;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/// What people try against a web server, tried against this one.
class AttacksTest {

    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1};

    @TempDir
    static Path folder;
    private static Program program;
    private static School ada;

    @BeforeAll
    static void start() throws Exception {
        program = new Program(folder.resolve("data"), Map.of());
        ada = program.bean(Schools.class).create(new Slug("ada"), "Ada").orElseThrow();
        assertThat(program.bean(Schools.class).create(new Slug("bob"), "Bob")).isPresent();
        program.bean(Accounts.class).ensure(new EmailAddress("ada@example.org"));
        var pages = Files.createDirectories(folder.resolve("ada/pages"));
        Files.writeString(pages.resolve("about.md"), "# About\n\nOnly at Ada's. ![a](a.png)\n");
        Files.write(pages.resolve("a.png"), PICTURE);
        program.publish(ada, folder.resolve("ada"));
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../../etc/passwd", "..%2f..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/etc/passwd",
            "%252e%252e%252fetc%252fpasswd", "..%5c..%5cetc%5cpasswd", "..;/..;/etc/passwd", "....//....//etc/passwd",
            "%c0%ae%c0%ae/etc/passwd", "%00/etc/passwd", "passwd%00.css", "/etc/passwd", "//etc/passwd",
            "application.yml", "../application.yml", "..%2fapplication.yml", "META-INF/MANIFEST.MF", ".git/config"})
    void noPathLeadsOutOfWhatIsServed(String path) throws Exception {
        var hash = Hash.of(PICTURE).hex();
        for (var start : Stream.of("/", "/assets/", "/theme/", "/files/public/", "/files/public/" + hash + "/",
                "/media/public/", "/media/public/" + hash + "/", "/media/x/" + hash + "/", "/learn/", "/pages/",
                "/uploads/", "/admin/welcome/", "/api/v1/schools/").toList())
            for (var host : new String[]{"localhost", "ada.localhost"}) {
                var answer = raw("GET " + start + path + " HTTP/1.1", "Host: " + host);
                var status = Integer.parseInt(answer.substring(9, 12));
                if (start.equals("/files/public/" + hash + "/") && status == 200) {
                    assertThat(answer).as(path).contains("PNG"); // the name at the end is only for people
                    continue;
                }
                assertThat(status).as(host + start + path).isBetween(300, 499);
                assertThat(answer).doesNotContain("root:", "coursewright.url", "Manifest-Version", "[core]");
            }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-0", "bytes=8-", "bytes=-1", "bytes=-0", "bytes=5-1", "bytes=9-", "bytes=-999",
            "bytes=0-18446744073709551615", "bytes=99999999999999999999999-", "bytes=0-0,1-1,2-2", "bytes=",
            "bytes=a-b", "bytes=--1", "items=0-1", "bytes=0-,0-,0-,0-,0-,0-,0-,0-,0-,0-,0-,0-,0-,0-,0-,0-"})
    void noRangeGivesMoreThanTheFileOrBreaksTheServer(String range) throws Exception {
        var answer = Program.HTTP.send(program.request(ada, "/files/public/" + Hash.of(PICTURE).hex() + "/a.png")
                .header("Range", range).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isIn(200, 206, 416);
        assertThat(answer.body().length).isLessThanOrEqualTo(answer.statusCode() == 416 ? 20_000 : PICTURE.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "ada.localhost.evil.example", "evil-ada.localhost",
            "ada.localhost@evil.example",
            "xn--ada.localhost", "--ada.localhost", "ada--ada--ada.localhost", "localhost.", "0x7f.1", "[::1]evil"})
    void aHostThatIsNotOursHasNothing(String host) throws Exception {
        var answer = raw("GET /pages/about HTTP/1.1", "Host: " + host);
        assertThat(answer.substring(9, 12)).isIn("400", "404");
        assertThat(answer).doesNotContain("Only at Ada").doesNotContain("Location: http://" + host);
    }

    @Test
    void whatCannotBeDecodedIsTheSendersFaultAndNoErrorOfOurs() throws Exception {
        var log = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var said = new ListAppender<ILoggingEvent>();
        said.start();
        log.addAppender(said);
        try {
            for (var host : new String[]{"localhost", "ada.localhost"}) {
                var form = "email=%zz";
                assertThat(raw("GET /sign-in?next=%YAML%209.9%0a HTTP/1.1", "Host: " + host, "Accept: text/html"))
                        .startsWith("HTTP/1.1 400").contains("<!doctype html>");
                assertThat(raw("POST /sign-in HTTP/1.1", "Host: " + host, "Content-Length: " + form.length(),
                        "Content-Type: application/x-www-form-urlencoded", "", form)).startsWith("HTTP/1.1 400");
            }
        } finally {
            log.detachAppender(said);
        }
        assertThat(said.list).noneMatch(event -> event.getLevel().equals(Level.ERROR));
    }

    @Test
    void noOtherHeaderSaysWhichHostIsMeant() throws Exception {
        for (var header : new String[]{"X-Forwarded-Host", "X-Host", "X-Forwarded-Server", "X-HTTP-Host-Override",
                "Forwarded"}) {
            var value = header.equals("Forwarded") ? "host=ada.localhost" : "ada.localhost";
            var answer = Program
                    .send(program.request("/pages/about").header("Host", "bob.localhost").header(header, value));
            assertThat(answer.statusCode()).as(header).isEqualTo(404);
            assertThat(answer.body()).as(header).doesNotContain("Only at Ada");
        }
        assertThat(raw("GET http://ada.localhost/pages/about HTTP/1.1", "Host: bob.localhost").substring(9, 12))
                .isEqualTo("400"); // two hosts in one request: whom would a cache believe?
    }

    @Test
    void aMailLeadsToOurOwnHostWhateverTheRequestSays() throws Exception {
        Program.send(signIn("ada.localhost", "email=mia%40example.org").header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Port", "666"));
        assertThat(mail("mia@example.org")).contains("http://ada.localhost:8080/sign-in/link/").doesNotContain("evil")
                .doesNotContain("666");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil.example",
            "///evil.example",
            "/\t/evil.example", "javascript:alert(1)", "http:evil.example", " //evil.example",
            "/%0d%0aLocation:%20//evil.example",
            "/sign-out"})
    void nobodyIsSentToAnotherSiteAfterTheSignIn(String next) throws Exception {
        var person = "n" + Integer.toHexString(next.hashCode()) + "@example.org";
        Program.send(signIn("ada.localhost", "email=" + person + "&next="
                + java.net.URLEncoder.encode(next, StandardCharsets.UTF_8)));
        var to = location(
                Program.send(program.request(ada, link(mail(person))).POST(HttpRequest.BodyPublishers.noBody())));
        assertThat(to).startsWith("/").doesNotStartWith("//").doesNotContain("\\").doesNotContain("\r")
                .isNotEqualTo("/sign-out");
    }

    @Test
    void aSessionThatSomebodyPreparedIsNotTheOneThatSignsIn() throws Exception {
        Program.send(signIn("ada.localhost", "email=fix%40example.org"));
        var answer = Program
                .send(program.request(ada, link(mail("fix@example.org"))).header("Cookie", "session=prepared")
                        .POST(HttpRequest.BodyPublishers.noBody()));
        var cookie = answer.headers().allValues("Set-Cookie").stream()
                .filter(set -> set.startsWith("session=") && !set.startsWith("session=;")).toList();
        assertThat(cookie).singleElement().satisfies(set -> assertThat(set).doesNotContain("prepared")
                .contains("HttpOnly", "SameSite=Lax", "Path=/").doesNotContain("Domain"));
        assertThat(location(Program.send(program.request(ada, "/learn").header("Cookie", "session=prepared"))))
                .startsWith("/sign-in");
        var session = cookie.getFirst().replaceFirst(";.*", "");
        assertThat(Program.send(program.request(ada, "/learn").header("Cookie", session)).statusCode()).isEqualTo(200);
    }

    @Test
    void signingOutEndsTheSessionAndNotOnlyItsCookie() throws Exception {
        Program.send(signIn("ada.localhost", "email=out%40example.org"));
        var answer = Program
                .send(program.request(ada, link(mail("out@example.org"))).POST(HttpRequest.BodyPublishers.noBody()));
        var session = answer.headers().allValues("Set-Cookie").stream().filter(set -> set.matches("session=[^;]+;.*"))
                .findFirst().orElseThrow().replaceFirst(";.*", "");
        Program.send(
                program.request(ada, "/sign-out").header("Cookie", session).POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(location(Program.send(program.request(ada, "/learn").header("Cookie", session))))
                .startsWith("/sign-in");
    }

    @Test
    void whatMayBeStoredForAllIsTheSameForAllAndSetsNoCookie() throws Exception {
        var plain = Program.send(program.request(ada, "/pages/about"));
        var signed = Program.send(program.request(ada, "/pages/about")
                .header("Cookie", "session=whatever; scheme=dark; language=ar-XB")
                .header("X-Forwarded-Proto", "https"));
        assertThat(plain.headers().firstValue("Cache-Control").orElse("")).contains("public");
        assertThat(signed.body()).isEqualTo(plain.body());
        for (var answer : new HttpResponse<?>[]{plain, signed}) {
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
            assertThat(answer.headers().firstValue("Vary").orElse("")).isEqualToIgnoringCase("Accept-Encoding");
        }
    }

    @Test
    void aKnownAndAnUnknownAddressAreAnsweredAlike() throws Exception {
        var known = Program.send(signIn("localhost", "email=ada%40example.org"));
        var unknown = Program.send(signIn("localhost", "email=nobody%40example.org"));
        assertThat(unknown.statusCode()).isEqualTo(known.statusCode());
        assertThat(location(unknown)).isEqualTo(location(known));
        assertThat(unknown.headers().allValues("Set-Cookie")).hasSameSizeAs(known.headers().allValues("Set-Cookie"));
        assertThat(mail("nobody@example.org")).contains("no account").doesNotContain("/sign-in/link/");
    }

    private static HttpRequest.Builder signIn(String host, String form) {
        return program.request("/sign-in").header("Host", host)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
    }

    private static String mail(String to) {
        return program.bean(Outbox.class).latest(200).stream().filter(mail -> mail.recipient().value().equals(to))
                .findFirst().orElseThrow().plain();
    }

    private static String link(String mail) {
        var found = Pattern.compile("/sign-in/link/[A-Za-z0-9_-]+").matcher(mail);
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    /// A request as it is written, since a client library would mend it. The answer up to where the server hangs up.
    @ParameterizedTest
    @ValueSource(strings = {"cut", "length", "name", "other file", "no text", "none"})
    void anArchiveThatIsBrokenIsRefusedWithASentence(String fault) throws Exception {
        var token = program.bean(ApiTokens.class).create(ada,
                program.bean(Accounts.class).ensure(new EmailAddress("ada@example.org")), fault, ApiToken.SCOPES,
                Duration.ofDays(1));
        var file = "name: Ada\n".repeat(300).getBytes(StandardCharsets.UTF_8);
        var code = "archive-" + fault.replace(' ', '-');
        var begun = Program.send(api(token, "pushes", "application/json").POST(HttpRequest.BodyPublishers.ofString("""
                {"code":"%s","source":"","base":1,"message":"","files":{"school.yaml":{"sha256":"%s","size":%d}}}
                """.formatted(code, Hash.of(file).hex(), file.length))));
        assertThat(begun.statusCode()).isEqualTo(200);
        var zip = zip(switch (fault) {
            case "name" -> "../../" + Hash.of(file).hex();
            case "no text" -> "\u00e9".repeat(20);
            default -> Hash.of(file).hex();
        }, fault.equals("other file") ? new byte[9] : file);
        var sent = switch (fault) {
            case "cut" -> Arrays.copyOf(zip, zip.length / 2);
            case "length", "no text" -> {
                Arrays.fill(zip, fault.equals("length") ? 100 : 30, fault.equals("length") ? 108 : 40, (byte) 0xff);
                yield zip;
            }
            default -> zip;
        };
        var answer = Program.send(api(token, "pushes/" + code + "/files", "application/zip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(sent)));
        assertThat(answer.statusCode()).isEqualTo(fault.equals("none") ? 204 : 422);
        if (!fault.equals("none")) assertThat(answer.body()).contains("Push again");
    }

    private static HttpRequest.Builder api(String token, String path, String type) {
        return program.request("/api/v1/schools/ada/" + path)
                .header("Host", "localhost")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type);
    }

    private static byte[] zip(String name, byte[] file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(file);
        }
        return bytes.toByteArray();
    }

    private static String raw(String... lines) throws IOException {
        try (var socket = new Socket("127.0.0.1", program.url("/").getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write((String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
