package org.coursewright.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.coursewright.Program;
import org.coursewright.identity.Account;
import org.coursewright.identity.Accounts;
import org.coursewright.identity.OperatorLink;
import org.coursewright.job.JobHandler;
import org.coursewright.job.JobKind;
import org.coursewright.job.Jobs;
import org.coursewright.job.Lane;
import org.coursewright.job.RecurringJob;
import org.coursewright.mail.Mail;
import org.coursewright.mail.Outbox;
import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.Messages;
import org.coursewright.platform.Slug;
import org.coursewright.school.Schools;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AdminTest {

    private static final List<String> PAGES = List.of("/admin", "/admin/schools", "/admin/jobs", "/admin/mails",
            "/admin/errors", "/admin/audit");

    @TempDir
    static Path data;
    private static final Stubborn STUBBORN = new Stubborn();
    private static Program program;
    private static Account author;

    @BeforeAll
    static void start() {
        program = new Program(data, Map.of("stubborn", STUBBORN));
        author = account("ada@example.org");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    @Order(1)
    void theLinkOfTheFirstStartMakesOneOperatorAndNoMore() throws Exception {
        var link = program.bean(OperatorLink.class).fresh().orElseThrow();
        var other = program.bean(OperatorLink.class).fresh().orElseThrow(); // of another node, or of a second start
        var path = link.substring(link.indexOf("/admin/welcome/"));
        assertThat(Program.send(program.request(path)).body()).contains("Welcome, operator");
        assertThat(send(path, "email=nobody").statusCode()).isEqualTo(422);
        var answer = send(path, "email=boss@example.org");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/admin");
        assertThat(answer.headers().firstValue("Set-Cookie")).isPresent();
        assertThat(account("boss@example.org").operator()).isTrue();
        assertThat(send(path, "email=thief@example.org").headers().firstValue("Location")).hasValue("/sign-in");
        assertThat(send(other.substring(other.indexOf("/admin/welcome/")), "email=thief@example.org").headers()
                .firstValue("Location")).hasValue("/sign-in");
        assertThat(account("thief@example.org").operator()).isFalse();
        assertThat(program.bean(OperatorLink.class).fresh()).isEmpty();
    }

    @Test
    @Order(2)
    void nobodyButAnOperatorFindsTheConsole() throws Exception {
        for (var page : PAGES) {
            assertThat(Program.send(program.request(page)).statusCode()).as(page).isEqualTo(303);
            assertThat(Program.send(program.request(author, page)).statusCode()).as(page).isEqualTo(404);
            assertThat(Program.send(program.request(operator(), page)).statusCode()).as(page).isEqualTo(200);
        }
        assertThat(Program.send(program.form(author, "/admin/schools", "slug=theirs&owner=a@b.org")).statusCode())
                .isEqualTo(404);
        assertThat(program.bean(Schools.class).find(new Slug("theirs"))).isEmpty();
    }

    @Test
    @Order(3)
    void theFirstLineSaysWhetherAnythingIsWrong() throws Exception {
        var page = get("/admin");
        assertThat(page).contains("All is well", "Database", "PostgreSQL 18", "GB free");
    }

    @Test
    @Order(3)
    void aSchoolIsMadeAndWhatIsWrongStandsAtItsField() throws Exception {
        assertThat(Program.send(program.form(operator(), "/admin/schools", "slug=Grace%20H&owner=grace")).body())
                .contains("value=\"Grace H\"", "id=\"slug-error\"", "value=\"grace\"", "id=\"owner-error\"");
        var made = Program.send(program.form(operator(), "/admin/schools", "slug=grace&owner=grace@example.org"));
        assertThat(made.statusCode()).isEqualTo(303);
        assertThat(get("/admin/schools")).contains("grace@example.org", "http://grace.localhost");
        assertThat(Program.send(program.form(operator(), "/admin/schools", "slug=grace&owner=x@example.org")).body())
                .contains("There is a school grace already.");
        assertThat(Program.send(program.request(account("grace@example.org"), "/studio/grace")).statusCode())
                .isEqualTo(200);
    }

    @Test
    @Order(3)
    void aFailedJobIsSeenAndRunAgain() throws Exception {
        program.bean(Jobs.class).enqueue(Stubborn.KIND, "one", new Stubborn.Task("one"));
        waitFor("/admin/jobs", "the disk was full");
        assertThat(get("/admin")).contains("the disk was full");
        var run = Pattern.compile("/admin/jobs/(\\d+)/retry\"><button[^>]*stubborn").matcher(get("/admin/jobs"));
        assertThat(run.find()).isTrue();
        STUBBORN.works = true;
        var retry = "/admin/jobs/" + run.group(1) + "/retry";
        assertThat(Program.send(program.form(author, retry, "")).statusCode()).isEqualTo(404);
        assertThat(Program.send(program.form(operator(), retry, "")).statusCode()).isEqualTo(303);
        for (int i = 0; i < 100 && STUBBORN.runs.get() < 2; i++)
            Thread.sleep(100);
        assertThat(STUBBORN.runs).hasValue(2);
        assertThat(get("/admin/audit")).contains("ran the job " + Stubborn.KIND.name() + " one again");
        assertThat(Program.send(program.form(operator(), "/admin/jobs/999999/retry", "")).statusCode()).isEqualTo(404);
    }

    @Test
    @Order(3)
    void aMailIsSeenByItsStateAndNotByItsWords() throws Exception {
        program.bean(Outbox.class).send(null, new Mail(new EmailAddress("mia@example.org"), "Coursewright",
                "123 456 is your code", "Secret words", "<p>Secret words</p>"));
        waitFor("/admin/mails", "mia@example.org");
        assertThat(get("/admin/mails")).doesNotContain("123 456").doesNotContain("Secret words");
    }

    @Test
    @Order(3)
    void everyKindOfWorkHasAName() {
        var names = Messages.all().keySet();
        assertThat(program.beans(JobHandler.class)).isNotEmpty().allSatisfy(handler -> {
            var kind = handler.kind().name();
            if (!kind.equals(Stubborn.KIND.name())) assertThat(names).contains("admin.kind." + kind);
        });
        assertThat(program.beans(RecurringJob.class)).isNotEmpty()
                .allSatisfy(job -> assertThat(names).contains("admin.kind." + job.name()));
    }

    @Test
    void wordsShortenHashesAndTellTimesAsPeopleDo() {
        var words = new JobWords(Messages.english());
        assertThat(words.key("1/" + "0a".repeat(32) + "/0")).isEqualTo("1/0a0a0a0a…/0");
        assertThat(words.name("of-a-newer-version")).isEqualTo("of-a-newer-version");
        assertThat(words.took(Duration.ofMillis(8_640))).isEqualTo("8.6 s");
        assertThat(words.took(Duration.ofMinutes(7))).isEqualTo("7 min");
    }

    private static void waitFor(String page, String text) throws Exception {
        for (int i = 0; i < 100 && !get(page).contains(text); i++)
            Thread.sleep(100);
        assertThat(get(page)).contains(text);
    }

    private static Account account(String email) {
        return program.bean(Accounts.class).ensure(new EmailAddress(email));
    }

    private static Account operator() {
        return account("boss@example.org");
    }

    private static String get(String path) throws Exception {
        return Program.send(program.request(operator(), path)).body();
    }

    private static HttpResponse<String> send(String path, String form) throws Exception {
        return Program.send(program.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /// Work that fails until it is told to work.
    static final class Stubborn implements JobHandler<Stubborn.Task> {

        static final JobKind<Task> KIND = new JobKind<>("stubborn", Task.class, Lane.SHORT, 1);
        final AtomicInteger runs = new AtomicInteger();
        volatile boolean works;

        record Task(String name) {}

        @Override
        public JobKind<Task> kind() {
            return KIND;
        }

        @Override
        public void run(Task task) {
            runs.incrementAndGet();
            if (!works) throw new IllegalStateException("the disk was full");
        }
    }
}
