package org.coursewright.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.coursewright.Program;
import org.coursewright.identity.Account;
import org.coursewright.identity.Accounts;
import org.coursewright.identity.ApiTokens;
import org.coursewright.identity.Memberships;
import org.coursewright.identity.Role;
import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.coursewright.school.Schools;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginTest {

    private static final Pattern CODE = Pattern.compile("approve the code ([a-z0-9]{4}-[a-z0-9]{4})");

    @TempDir
    static Path data;
    private static Program program;
    private static School school;
    private static Account ada;
    private static String home;

    @BeforeAll
    static void start() {
        program = new Program(data.resolve("server"), Map.of());
        school = program.bean(Schools.class).create(new Slug("ada"), "Ada").orElseThrow();
        ada = program.bean(Accounts.class).ensure(new EmailAddress("ada@example.org"));
        program.bean(Memberships.class).ensure(school, ada, Role.OWNER, "test");
        home = System.setProperty("user.home", data.resolve("home").toString());
    }

    @AfterAll
    static void stop() {
        System.setProperty("user.home", home);
        program.close();
    }

    @Test
    void aCodeApprovedInTheBrowserSignsTheTerminalIn() throws Exception {
        var out = new StringWriter();
        var terminal = CompletableFuture.supplyAsync(() -> run(out, "login", url()));
        var code = code(out);
        assertThat(browser("GET", "/device?code=" + code, "").body()).contains(code).contains("Ada");
        assertThat(browser("POST", "/device", "code=aaaa-aaaa&school=ada").statusCode()).isEqualTo(422);
        assertThat(browser("POST", "/device", "code=" + code + "&school=ada").statusCode()).isEqualTo(303);
        assertThat(terminal.get()).as(out.toString()).isZero();
        assertThat(out.toString()).contains("Signed in to ada");

        var credentials = data.resolve("home/.config/coursewright/credentials");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(credentials))).isEqualTo("rw-------");
        assertThat(browser("POST", "/device", "code=" + code + "&school=ada").statusCode()).isEqualTo(422);

        var folder = data.resolve("folder");
        assertThat(run(new StringWriter(), "new", folder.toString())).isZero();
        var pushed = new StringWriter();
        assertThat(run(pushed, "push", folder.toString(), "--school", "ada")).as(pushed.toString()).isZero();
        assertThat(pushed.toString()).contains("Revision 1 of ada");
    }

    @Test
    void whoDoesNotWorkAtASchoolCannotLetATerminalInThere() throws Exception {
        var other = program.bean(Schools.class).create(new Slug("bob"), "Bob").orElseThrow();
        assertThat(program.bean(ApiTokens.class).all(other)).isEmpty();
        var start = Program.send(program.request("/api/v1/device").POST(HttpRequest.BodyPublishers.noBody())).body();
        var code = start.replaceFirst(".*\"code\":\"([^\"]+)\".*", "$1");
        assertThat(browser("POST", "/device", "code=" + code + "&school=bob").statusCode()).isEqualTo(404);
    }

    @Test
    void withoutASignInTheApprovalLeadsThere() throws Exception {
        var response = Program.send(program.request("/device?code=abcd-efgh"));
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location").orElseThrow())
                .startsWith("/sign-in?next=%2Fdevice%3Fcode");
    }

    @Test
    void oneAddressCannotBeginWithoutEnd() throws Exception {
        program.database().jdbc().sql("""
                        insert into device_login (device_hash, user_code, asked_from, created_at, expires_at)
                        select sha256(convert_to('x' || n, 'UTF8')), 'x' || n, '127.0.0.1', now(), now() + interval '1 minute'
                        from generate_series(1, 60) as n
                        """).update();
        try {
            var out = new StringWriter();
            assertThat(run(out, "login", url())).isEqualTo(1);
            assertThat(out.toString()).contains("Wait a quarter of an hour");
        } finally {
            program.database().jdbc().sql("delete from device_login where user_code like 'x%'").update();
        }
    }

    @Test
    void aTokenIsShownOnceAndEndsWhenItsOwnerWants() throws Exception {
        var page = browser("POST", "/studio/ada/tokens", "name=the+build&scopes=push&days=30").body();
        var token = page.replaceFirst("(?s).*(cw_[A-Za-z0-9_-]{40}).*", "$1");
        assertThat(browser("GET", "/studio/ada/tokens", "").body()).contains("the build").doesNotContain(token);
        var tokens = program.bean(ApiTokens.class);
        var made = tokens.find(token).orElseThrow();
        browser("POST", "/studio/ada/tokens/" + made.id() + "/revocation", "");
        assertThat(tokens.find(token)).isEmpty();
        assertThat(browser("POST", "/studio/ada/tokens", "name=&scopes=push").statusCode()).isEqualTo(422);
    }

    private static int run(StringWriter out, String... words) {
        var writer = new PrintWriter(out, true);
        return Commands.run(writer, writer, words);
    }

    private static String code(StringWriter out) throws Exception {
        for (int i = 0; i < 100; i++) {
            var found = CODE.matcher(out.toString());
            if (found.find()) return found.group(1);
            Thread.sleep(50);
        }
        throw new AssertionError("no code: " + out);
    }

    private static String url() {
        return "http://localhost:" + program.url("/").getPort();
    }

    private static HttpResponse<String> browser(String method, String path, String form) throws Exception {
        return Program.send(program.request(ada, path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, HttpRequest.BodyPublishers.ofString(form)));
    }
}
