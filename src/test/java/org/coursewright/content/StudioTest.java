package org.coursewright.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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

class StudioTest {

    @TempDir
    static Path data;
    private static Program program;
    private static School school;
    private static School other;
    private static Account account;

    @BeforeAll
    static void start() throws Exception {
        program = new Program(data, Map.of());
        school = program.bean(Schools.class).create(new Slug("ada"), "Ada's School").orElseThrow();
        other = program.bean(Schools.class).create(new Slug("bob"), "Bob's School").orElseThrow();
        account = program.bean(Accounts.class).ensure(new EmailAddress("ada@example.org"));
        program.bean(Memberships.class).ensure(school, account, Role.OWNER, "test");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void anEmptySchoolSaysHowToBegin() throws Exception {
        program.bean(Memberships.class).ensure(
                program.bean(Schools.class).create(new Slug("empty"), "Empty").orElseThrow(),
                program.bean(Accounts.class).ensure(new EmailAddress("ada@example.org")), Role.OWNER, "test");
        assertThat(get("/studio/empty").body()).contains("Nothing is here yet").contains("coursewright push empty");
        assertThat(get("/studio/empty/revisions").body()).contains("No revision yet");
    }

    @Test
    void anAuthorPublishesRollsBackAndEndsAPreview() throws Exception {
        long one = push("Hello.");
        long two = push("Hello again.");
        assertThat(get("/studio/ada").body()).contains("Nothing is live yet").contains("Revision 2");
        assertThat(post("/studio/ada/publications", "revision=" + one).statusCode()).isEqualTo(303);
        post("/studio/ada/publications", "revision=" + two);
        var revisions = program.bean(Revisions.class);
        assertThat(revisions.get(school, two).live()).isTrue();
        var page = get("/studio/ada/revisions").body();
        assertThat(page).contains("1 changed").contains("Roll back").contains("--ada.localhost");
        assertThat(post("/studio/ada/rollbacks", "source=").statusCode()).isEqualTo(303);
        assertThat(revisions.get(school, one).live()).isTrue();
        assertThat(post("/studio/ada/rollbacks", "source=").statusCode()).isEqualTo(303);
        assertThat(revisions.get(school, one).live()).isTrue();

        var previews = program.bean(Previews.class);
        var preview = previews.all(school).stream().filter(good -> good.revisionId() == two).findFirst().orElseThrow();
        post("/studio/ada/previews/" + preview.code() + "/revocation", "");
        assertThat(previews.find(school, preview.code())).isEmpty();
        post("/studio/ada/previews", "revision=" + two);
        assertThat(previews.all(school)).extracting(Preview::revisionId).contains(two);
    }

    @Test
    void theStudioOfAnotherSchoolIsNotThere() throws Exception {
        assertThat(get("/studio/bob").statusCode()).isEqualTo(404);
        assertThat(get("/studio/bob/revisions").statusCode()).isEqualTo(404);
        var folder = Files.createDirectories(data.resolve("bob/pages"));
        Files.writeString(folder.resolve("about.md"), "# About\n\nBob.\n");
        var bobs = (PushAnswer.Committed) program.bean(FolderPush.class)
                .push(other, data.resolve("bob"), "", "bob@example.org", "");
        assertThat(post("/studio/bob/publications", "revision=" + bobs.revisionId()).statusCode()).isEqualTo(404);
        assertThat(post("/studio/ada/publications", "revision=" + bobs.revisionId()).statusCode()).isEqualTo(404);
        assertThat(program.bean(Publications.class).live(other)).isEmpty();
    }

    private static long push(String text) throws Exception {
        var folder = Files.createDirectories(data.resolve("ada/pages"));
        Files.writeString(folder.resolve("about.md"), "# About\n\n" + text + "\n");
        var answer = program.bean(FolderPush.class).push(school, data.resolve("ada"), "", "ada@example.org", "");
        return ((PushAnswer.Committed) answer).revisionId();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return Program.send(program.request(account, path));
    }

    private static HttpResponse<String> post(String path, String form) throws Exception {
        return Program.send(program.form(account, path, form));
    }
}
