package org.coursewright.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.coursewright.Program;
import org.coursewright.content.FolderPush;
import org.coursewright.content.PushAnswer;
import org.coursewright.identity.Account;
import org.coursewright.identity.Accounts;
import org.coursewright.identity.ApiTokens;
import org.coursewright.identity.Memberships;
import org.coursewright.identity.NewSchools;
import org.coursewright.identity.Role;
import org.coursewright.identity.Students;
import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.Messages;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

class AuditTest {

    @TempDir
    static Path data;
    private static Program program;
    private static Audit audit;

    @BeforeAll
    static void start() {
        program = new Program(data, Map.of());
        audit = program.bean(Audit.class);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void whatAnAuthorDoesIsWrittenDownInOrder() throws Exception {
        var school = school("ada");
        var ada = account("ada@example.org");
        long one = push(school, "Hello.");
        long two = push(school, "Hello again.");
        push(school, "Hello again.");
        post(ada, "/studio/ada/publications", "revision=" + one);
        post(ada, "/studio/ada/publications", "revision=" + two);
        post(ada, "/studio/ada/publications", "revision=" + two);
        post(ada, "/studio/ada/rollbacks", "source=");
        post(ada, "/studio/ada/tokens", "name=the+build&scopes=push&scopes=enrol&days=30");
        var token = program.bean(ApiTokens.class).all(school).getFirst();
        post(ada, "/studio/ada/tokens/" + token.id() + "/revocation", "");
        post(ada, "/studio/ada/tokens/" + token.id() + "/revocation", "");
        post(ada, "/studio/ada/students", "course=java&list=mia%40example.org");
        post(ada, "/studio/ada/students", "course=java&list=mia%40example.org");
        post(ada, "/studio/ada/students",
                "course=java&list=a%40example.org%0Ab%40example.org%0Ac%40example.org%0Ad%40example.org");
        var mia = program.bean(Students.class).find(school, new EmailAddress("mia@example.org")).orElseThrow();
        var course = program.database().jdbc().sql("select content_id from course where slug = 'java'")
                .query((row, _) -> row.getLong(1)).single();
        post(ada, "/studio/ada/students/" + mia.id() + "/access-end", "course=" + course);
        post(ada, "/studio/ada/students/" + mia.id() + "/access-end", "course=" + course);
        letInATerminal(ada, "ada");
        program.bean(Memberships.class).ensure(school, account("eve@example.org"), Role.AUTHOR, "ada@example.org");
        program.bean(Memberships.class).ensure(school, account("eve@example.org"), Role.OWNER, "ada@example.org");

        assertThat(texts(school).reversed()).satisfiesExactly(
                text -> assertThat(text).isEqualTo("operator made the school ada"),
                text -> assertThat(text).isEqualTo("operator added ada@example.org as owner"),
                text -> assertThat(text).isEqualTo("ada@example.org pushed revision 1"),
                text -> assertThat(text).isEqualTo("ada@example.org pushed revision 2"),
                text -> assertThat(text).isEqualTo("ada@example.org published revision 1"),
                text -> assertThat(text).isEqualTo("ada@example.org published revision 2"),
                text -> assertThat(text).isEqualTo("ada@example.org rolled back to revision 1"),
                text -> assertThat(text).isEqualTo("ada@example.org made the token \"the build\" for enrol, push"),
                text -> assertThat(text).isEqualTo("ada@example.org ended the token \"the build\""),
                text -> assertThat(text).isEqualTo("ada@example.org let in to java: mia@example.org"),
                text -> assertThat(text).isEqualTo(
                        "ada@example.org let in to java: a@example.org, b@example.org, c@example.org +1"),
                text -> assertThat(text).isEqualTo("ada@example.org ended the access of mia@example.org to java"),
                text -> assertThat(text).matches("ada@example.org let in the terminal that showed \\w{4}-\\w{4}"),
                text -> assertThat(text).isEqualTo("ada@example.org added eve@example.org as author"));
    }

    @Test
    void anEntryIsThereExactlyWhenItsDeedIs() {
        var school = school("undone");
        var transaction = program.bean(TransactionTemplate.class);
        transaction.executeWithoutResult(status -> {
            program.bean(Memberships.class).ensure(school, account("x@example.org"), Role.AUTHOR, "somebody");
            status.setRollbackOnly();
        });
        assertThat(texts(school)).noneMatch(text -> text.contains("x@example.org"));
        assertThatThrownBy(() -> audit.record(school, "somebody", Deed.PUBLISHED, "1"))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void theProgramItselfCannotChangeWhatHappened() throws Exception {
        school("fixed");
        try (var connection = DriverManager.getConnection(program.database().programUrl());
                var statement = connection.createStatement()) {
            for (var change : List.of("update audit_entry set actor = 'eve'", "delete from audit_entry"))
                assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining("permission denied");
        }
    }

    @Test
    void aSchoolSeesItsOwnDeedsAndNobodyElseSeesThem() throws Exception {
        school("mine");
        school("theirs");
        var mine = account("mine@example.org");
        var page = get(mine, "/studio/mine/audit");
        assertThat(page.body()).contains("made the school mine", "added mine@example.org").doesNotContain("theirs");
        assertThat(get(mine, "/studio/theirs/audit").statusCode()).isEqualTo(404);
        assertThat(get(mine, "/admin/audit").statusCode()).isEqualTo(404);
        var operator = account("boss@example.org");
        program.bean(Accounts.class).makeOperator(operator);
        assertThat(get(operator, "/admin/audit").body()).contains("made the school mine", "made the school theirs");
    }

    @Test
    void aLongHistoryHasPages() throws Exception {
        var school = school("long");
        var author = account("long@example.org");
        program.bean(TransactionTemplate.class).executeWithoutResult(_ -> {
            for (int i = 0; i < Audit.PAGE; i++)
                audit.record(school, "builder", Deed.PUBLISHED, "no " + i);
        });
        assertThat(get(author, "/studio/long/audit").body())
                .contains("revision no 49<", "?page=1").doesNotContain("made the school");
        assertThat(get(author, "/studio/long/audit?page=1").body())
                .contains("made the school long", "?page=0").doesNotContain("revision no");
    }

    @Test
    void everyDeedHasItsText() {
        for (var deed : Deed.values())
            assertThat(Messages.all()).containsKey("audit.did." + deed.column());
    }

    private static List<String> texts(School school) {
        return audit.page(school, 0).entries().stream()
                .map(entry -> entry.actor() + " " + entry.text(Messages.english()))
                .toList();
    }

    private static School school(String slug) {
        return program.bean(NewSchools.class)
                .make(new Slug(slug), slug, new EmailAddress(slug + "@example.org"), "operator")
                .orElseThrow();
    }

    private static Account account(String address) {
        return program.bean(Accounts.class).ensure(new EmailAddress(address));
    }

    private static long push(School school, String text) throws Exception {
        var folder = data.resolve("folder");
        var section = Files.createDirectories(folder.resolve("courses/java/1-start"));
        Files.writeString(folder.resolve("courses/java/course.yaml"), "title: Java\naccess: offers\n");
        Files.writeString(section.resolve("1-hello.md"), "# Hello\n\n" + text + "\n");
        var answer = program.bean(FolderPush.class).push(school, folder, "", "ada@example.org", "");
        return ((PushAnswer.Committed) answer).revisionId();
    }

    private static void letInATerminal(Account account, String school) throws Exception {
        var start = Program.send(program.request("/api/v1/device").POST(HttpRequest.BodyPublishers.noBody())).body();
        var code = start.replaceFirst(".*\"code\":\"([^\"]+)\".*", "$1");
        post(account, "/device", "code=" + code + "&school=" + school);
    }

    private static HttpResponse<String> get(Account account, String path) throws Exception {
        return Program.send(program.request(account, path));
    }

    private static void post(Account account, String path, String form) throws Exception {
        assertThat(Program.send(program.form(account, path, form)).statusCode()).as(path).isLessThan(400);
    }
}
