package org.coursewright.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.coursewright.Program;
import org.coursewright.attempt.AttemptScored;
import org.coursewright.attempt.ExamFixture;
import org.coursewright.identity.Account;
import org.coursewright.identity.Accounts;
import org.coursewright.identity.Memberships;
import org.coursewright.identity.Role;
import org.coursewright.identity.Student;
import org.coursewright.identity.Students;
import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.coursewright.school.Schools;
import org.coursewright.study.LessonCompleted;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From the last lesson and the exam to a page that anybody can check, over HTTP.
class CertificatesTest {

    private static final AtomicInteger SCHOOLS = new AtomicInteger();
    private static final Pattern CODE = Pattern.compile("href=\"/certificates/([a-z0-9]{16})\"");

    @TempDir
    static Path data;
    private static Program program;
    private static Account ada;

    @TempDir
    Path folder;
    private School school;
    private Student mia;

    @BeforeAll
    static void start() {
        program = new Program(data, Map.of());
        ada = program.bean(Accounts.class).ensure(new EmailAddress("ada@example.org"));
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @BeforeEach
    void aCourseThatPreparesForAnExam() throws Exception {
        school = program.bean(Schools.class).create(new Slug("cert" + SCHOOLS.incrementAndGet()), "Ada & Co")
                .orElseThrow();
        program.bean(Memberships.class).ensure(school, ada, Role.OWNER, "test");
        mia = program.bean(Students.class).ensure(school, new EmailAddress("mia@example.org"));
        course("certificate: { lessons: 50%, exam: pass }");
        write("courses/git/one.md", "# One\n\nHello.\n");
        write("courses/git/two.md", "# Two\n\nHello.\n");
        write("banks/b/q.md", """
                ---
                domain: one
                ---
                ### First? <!-- id: q1 -->

                - [ ] Alpha
                - [x] Beta
                """);
        write("exams/e/exam.yaml", "title: Git exam\nbanks: [b]\n");
        write("exams/e/2026.yaml", """
                code: GIT-2026
                minutes: 30
                items: { scored: 1 }
                scale: { min: 0, max: 100, pass: 70 }
                domains: [{ id: one, title: One, weight: 100 }]
                """);
        program.publish(school, folder);
        ExamFixture.of(program, school);
        post("/learn/git/enrolment", "");
    }

    @Test
    void lessonsAndExamMakeACertificateThatOnlyAsksForTheName() throws Exception {
        post("/learn/git/one/completion", "");
        assertThat(get("/certificates").body()).contains("No certificate yet");
        passTheExam();
        assertThat(get("/learn/git").body()).contains("Your certificate is ready");
        assertThat(get("/learn").body()).contains("Your certificate is ready");
        assertThat(get("/certificates").body()).contains("Which name shall it bear?");
        assertThat(post("/certificates", "name=M").statusCode()).isEqualTo(422);
        assertThat(post("/certificates", "name=Mia+Lang").statusCode()).isEqualTo(303);
        assertThat(get("/certificates").body()).contains("Mia Lang").doesNotContain("Which name shall it bear?");
        assertThat(get("/learn/git").body()).contains("Open the certificate");
        assertThat(get("/learn").body()).contains("/certificates/" + code());
        var page = visit("/certificates/" + code());
        assertThat(page.body()).contains("This certificate is valid.", "Mia Lang", "Git basics", "2 minutes of lessons",
                "Git exam (GIT-2026)", "90 to 100 of 100 points; 70 were needed", "Ada &amp; Co", "Ada Meyer",
                "noindex");
        assertThat(mails()).containsExactly("Your certificate is ready: Git basics", "Your certificate: Git basics");
    }

    @Test
    void itIsIssuedOnceHoweverOftenItIsEarned() throws Exception {
        program.bean(Students.class).name(school, mia, "Mia Lang");
        issued();
        var certificates = program.bean(Certificates.class);
        for (int i = 0; i < 3; i++) {
            certificates.on(new LessonCompleted(school.id(), mia.id(), content("course"), content("lesson"), 1));
            certificates.on(new AttemptScored(school.id(), mia.id(), content("exam"), 1, "simulation", true));
        }
        post("/learn/git/two/completion", "");
        assertThat(code()).hasSize(16);
        assertThat(count("certificate")).isEqualTo(1);
        assertThat(mails()).containsExactly("Your certificate: Git basics");
    }

    @Test
    void theExamAloneIsNotEnoughNorAFailedOne() throws Exception {
        passTheExam();
        assertThat(count("certificate")).isZero();
        post("/learn/git/one/completion", "");
        assertThat(count("certificate")).isEqualTo(1);
    }

    @Test
    void thePageHoldsAllItNeedsAndStaysWhenTheCourseChanges() throws Exception {
        program.bean(Students.class).name(school, mia, "Mia Lang");
        issued();
        var path = "/certificates/" + code();
        course("title: Something else");
        program.publish(school, folder);
        var page = visit(path);
        assertThat(page.body()).contains("Git basics").doesNotContain("Something else");
        assertThat(page.body().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(20_000);
        assertThat(page.body()).doesNotContain("<script", "<img", "rel=\"stylesheet\"");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        var tag = page.headers().firstValue("ETag").orElseThrow();
        assertThat(Program.send(program.request(school, path).header("If-None-Match", tag)).statusCode())
                .isEqualTo(304);
        var pdf = Program.HTTP.send(program.request(school, path + ".pdf").build(),
                HttpResponse.BodyHandlers.ofByteArray());
        try (var document = Loader.loadPDF(pdf.body())) {
            assertThat(new PDFTextStripper().getText(document)).contains("Mia Lang", "Git basics");
        }
    }

    @Test
    void aNameThatOurFontLacksIsPrintedByTheBrowser() throws Exception {
        program.bean(Students.class).name(school, mia, "李小龍");
        issued();
        assertThat(visit("/certificates/" + code()).body()).contains("李小龍", "Print this page instead");
        assertThat(visit("/certificates/" + code() + ".pdf").statusCode()).isEqualTo(303);
    }

    @Test
    void aRevokedOneSaysSoAndWhyAndCanBeMadeValidAgain() throws Exception {
        program.bean(Students.class).name(school, mia, "Mia Lang");
        issued();
        var code = code();
        var studio = "/studio/" + school.slug() + "/certificates";
        assertThat(Program.send(program.request(ada, studio + "?search=lang")).body()).contains("Mia Lang", code);
        assertThat(Program.send(program.request(ada, studio + "?search=nobody")).body()).contains("None fits");
        Program.send(program.form(ada, studio + "/" + code + "/revocation", "reason="));
        assertThat(visit("/certificates/" + code).body()).contains("This certificate is valid.");
        assertThat(revocation(code, "reason=The+exam+was+not+hers").statusCode()).isEqualTo(303);
        assertThat(visit("/certificates/" + code).body())
                .contains("This certificate was revoked on", "The exam was not hers").doesNotContain("is valid.");
        assertThat(visit("/certificates/" + code + ".pdf").statusCode()).isEqualTo(303);
        assertThat(get("/certificates").body()).contains("The exam was not hers");
        post("/learn/git/two/completion", "");
        assertThat(count("certificate")).as("not earned again").isEqualTo(1);
        assertThat(revocation(code, "_method=delete").statusCode()).isEqualTo(303);
        assertThat(visit("/certificates/" + code).body()).contains("This certificate is valid.");
        assertThat(Program.send(program.request(ada, "/studio/" + school.slug() + "/audit")).body())
                .contains("revoked the certificate " + code, "made the certificate " + code + " valid again");
    }

    @Test
    void anotherSchoolKnowsNothingOfIt() throws Exception {
        program.bean(Students.class).name(school, mia, "Mia Lang");
        issued();
        var other = program.bean(Schools.class).create(new Slug("other" + SCHOOLS.incrementAndGet()), "O")
                .orElseThrow();
        program.bean(Memberships.class).ensure(other, ada, Role.OWNER, "test");
        for (var path : List.of("/certificates/" + code(), "/certificates/" + code() + ".pdf"))
            assertThat(Program.send(program.request(other, path)).statusCode()).as(path).isEqualTo(404);
        assertThat(Program.send(program.form(ada, "/studio/" + other.slug() + "/certificates/" + code() + "/revocation",
                "reason=x")).statusCode()).isEqualTo(404);
        assertThat(Program.send(program.request(ada, "/studio/" + other.slug() + "/certificates")).body())
                .doesNotContain("Mia Lang");
    }

    @Test
    void itOutlivesItsStudentAndIsGivenLateWhereTheRuleCameLater() throws Exception {
        course("title: Git basics");
        program.publish(school, folder);
        program.bean(Students.class).name(school, mia, "Mia Lang");
        post("/learn/git/one/completion", "");
        post("/learn/git/two/completion", "");
        assertThat(count("certificate")).isZero();
        course("certificate: { lessons: 100% }");
        program.publish(school, folder);
        assertThat(get("/certificates").body()).contains("Mia Lang");
        var code = code();
        program.database().jdbc().sql("delete from student where school_id = :school").param("school", school.id())
                .update();
        assertThat(visit("/certificates/" + code).body()).contains("This certificate is valid.", "Mia Lang");
        revocation(code, "reason=She+asked+for+it");
        assertThat(visit("/certificates/" + code).body()).doesNotContain("Mia Lang").contains("A former student");
    }

    private void issued() throws Exception {
        post("/learn/git/one/completion", "");
        passTheExam();
    }

    private void passTheExam() throws Exception {
        var begun = post("/exams/e/attempts", "mode=simulation").headers().firstValue("Location").orElseThrow();
        json(begun + "/lease", "{\"holder\":\"tab-aaaaaaaa\"}");
        var answer = json(begun + "/submission",
                "{\"epoch\":1,\"seq\":1,\"answers\":[{\"position\":0,\"answer\":\"b\",\"ms\":1,\"changes\":1}]}");
        assertThat(answer.body()).contains("SUBMITTED");
    }

    private String code() throws Exception {
        var code = CODE.matcher(get("/certificates").body());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private void course(String keys) throws Exception {
        write("courses/git/course.yaml", "id: git-course\n" + (keys.contains("title") ? "" : "title: Git basics\n")
                + "authors: [Ada Meyer]\nprepares-for: [e]\n" + keys + "\n");
    }

    private void write(String path, String text) throws Exception {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
    }

    private HttpResponse<String> visit(String path) throws Exception {
        return Program.send(program.request(school, path));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return Program.send(program.request(school, mia, path));
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return Program.send(program.request(school, mia, path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> json(String path, String body) throws Exception {
        return Program.send(program.request(school, mia, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> revocation(String code, String form) throws Exception {
        return Program.send(program.form(ada,
                "/studio/" + school.slug() + "/certificates/" + code + "/revocation", form));
    }

    private List<String> mails() {
        return program.database().jdbc().sql("select subject from mail where school_id = :school order by id")
                .param("school", school.id()).query((row, _) -> row.getString(1)).list();
    }

    private long content(String kind) {
        return program.database().jdbc()
                .sql("select min(id) from content where school_id = :school and kind = :kind")
                .param("school", school.id()).param("kind", kind).query((row, _) -> row.getLong(1)).single();
    }

    private long count(String table) {
        return program.database().jdbc().sql("select count(*) from " + table + " where school_id = :school")
                .param("school", school.id()).query((row, _) -> row.getLong(1)).single();
    }
}
