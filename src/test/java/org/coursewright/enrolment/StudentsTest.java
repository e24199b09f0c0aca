package org.coursewright.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.coursewright.Program;
import org.coursewright.identity.Account;
import org.coursewright.identity.Accounts;
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

/// The author's list of students, over HTTP.
class StudentsTest {

    @TempDir
    static Path data;
    private static Program program;
    private static Account ada;
    private static Account bob;

    @BeforeAll
    static void twoSchools() throws Exception {
        program = new Program(data.resolve("data"), Map.of());
        ada = author("ada");
        bob = author("bob");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void aListWithAFaultLetsNobodyInAndComesBackAsItWas() throws Exception {
        var answer = send(ada, "/studio/ada/students", "course=java&list=eve%40example.org%0Anobody%0A");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Line 2", "nobody", "eve@example.org");
        assertThat(get(ada, "?search=eve")).contains("Nobody fits");
        assertThat(send(ada, "/studio/ada/students", "course=java&list=").statusCode()).isEqualTo(422);
    }

    @Test
    void whoIsLetInTwiceIsInOnceAndTheAccessEnds() throws Exception {
        for (int i = 0; i < 2; i++)
            assertThat(send(ada, "/studio/ada/students", "course=java&list=mia%40example.org%2C+Mia+Lang").statusCode())
                    .isEqualTo(303);
        var page = get(ada, "?search=lang");
        assertThat(page).containsOnlyOnce("End the access of mia@example.org");
        var form = Pattern
                .compile("action=\"(/studio/ada/students/\\d+/access-end)\".*?name=\"course\" value=\"(\\d+)\"")
                .matcher(page);
        assertThat(form.find()).isTrue();
        assertThat(send(bob, form.group(1), "course=" + form.group(2)).statusCode()).isEqualTo(404);
        assertThat(send(bob, form.group(1).replace("ada", "bob"), "course=" + form.group(2)).statusCode())
                .isEqualTo(303);
        assertThat(get(ada, "?search=lang")).contains("End the access of mia@example.org");
        assertThat(send(ada, form.group(1), "course=" + form.group(2)).statusCode()).isEqualTo(303);
        assertThat(get(ada, "?search=lang")).contains("mia@example.org", "no course open");
    }

    @Test
    void aFileOfASpreadsheetIsTakenAsItIs() throws Exception {
        var part = "--x\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";
        var body = part.formatted("course", "", "java")
                + part.formatted("file", "; filename=\"s.csv\"\r\nContent-Type: text/csv",
                        "Name;E-mail\r\nJosé;jose@example.org\r\n")
                + "--x--\r\n";
        var answer = Program.send(program.request(ada, "/studio/ada/students")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString(body, Charset.forName("windows-1252"))));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(get(ada, "?search=jose@")).contains("José");
    }

    @Test
    void aLongListComesInPagesThatKeepTheSearch() throws Exception {
        var list = new StringBuilder();
        for (int i = 0; i < 60; i++)
            list.append("many").append(i).append("%40example.org%0A");
        send(ada, "/studio/ada/students", "course=java&list=" + list);
        var first = get(ada, "?search=many");
        assertThat(first).contains("many59@example.org").doesNotContain("many9@example.org");
        assertThat(first).contains("page=1&amp;search=many");
        assertThat(get(ada, "?search=many&page=1")).contains("many9@example.org").contains("page=0&amp;search=many");
    }

    @Test
    void theStudentsOfAnotherSchoolAreNotThere() throws Exception {
        send(ada, "/studio/ada/students", "course=java&list=secret%40example.org");
        assertThat(Program.send(program.request(bob, "/studio/ada/students")).statusCode()).isEqualTo(404);
        assertThat(send(bob, "/studio/ada/students", "course=java&list=a%40b.org").statusCode()).isEqualTo(404);
        assertThat(Program.send(program.request(bob, "/studio/bob/students")).body()).doesNotContain("secret@");
    }

    private static Account author(String slug) throws Exception {
        var account = program.bean(Accounts.class).ensure(new EmailAddress(slug + "@example.org"));
        var school = program.bean(Schools.class).create(new Slug(slug), slug).orElseThrow();
        program.bean(Memberships.class).ensure(school, account, Role.OWNER, "test");
        publish(school);
        return account;
    }

    private static void publish(School school) throws Exception {
        var folder = data.resolve(school.slug().value());
        var section = Files.createDirectories(folder.resolve("courses/java/1-start"));
        Files.writeString(folder.resolve("courses/java/course.yaml"), "title: Java\naccess: offers\n");
        Files.writeString(section.resolve("1-hello.md"), "# Hello\n\nText.\n");
        program.publish(school, folder);
    }

    private static String get(Account account, String query) throws Exception {
        return Program.send(program.request(account, "/studio/ada/students" + query)).body();
    }

    private static HttpResponse<String> send(Account account, String path, String form) throws Exception {
        return Program.send(program.form(account, path, form));
    }
}
