package org.coursewright.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.coursewright.Program;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A school with an exam of three questions, and somebody who sits it as a browser does.
abstract class Sitting {

    private static final AtomicInteger SCHOOLS = new AtomicInteger();
    private static final JsonMapper JSON = JsonMapper.shared();
    static final String TAB = "\"holder\":\"tab-aaaaaaaa\"";

    @TempDir
    static Path data;
    static Program program;

    @TempDir
    Path folder;
    School school;
    Student mia;
    ExamFixture exam;

    @BeforeAll
    static void start() {
        program = new Program(data, Map.of());
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @BeforeEach
    void anExamWithThreeQuestions() throws Exception {
        school = program.bean(Schools.class).create(new Slug("exam" + SCHOOLS.incrementAndGet()), "Exam").orElseThrow();
        mia = student(school, "mia@example.org");
        Files.createDirectories(folder.resolve("banks/b"));
        Files.createDirectories(folder.resolve("exams/e"));
        Files.writeString(folder.resolve("banks/b/q.md"), """
                ---
                domain: one
                ---
                ### First? <!-- id: q1 -->

                - [ ] Alpha
                  > Not alpha.
                - [x] Beta
                  > Secret reason.

                ### Second? <!-- id: q2 -->

                - [x] Gamma
                - [x] Delta
                - [ ] Epsilon

                ### How many? <!-- id: q3 -->

                ```yaml question
                kind: numeric
                key: 42
                ```
                """);
        Files.writeString(folder.resolve("exams/e/exam.yaml"), "title: Exam E\nbanks: [b]\n");
        Files.writeString(folder.resolve("exams/e/2026-01.yaml"), """
                title: Edition one
                minutes: 30
                items: { scored: 3 }
                scale: { min: 0, max: 100, pass: 70 }
                domains:
                  - { id: one, title: One, weight: 100 }
                """);
        program.publish(school, folder);
        exam = ExamFixture.of(program, school);
    }

    Account author() {
        var ada = program.bean(Accounts.class).ensure(new EmailAddress("ada@example.org"));
        program.bean(Memberships.class).ensure(school, ada, Role.OWNER, "test");
        return ada;
    }

    void form(Account account, String path, String form) throws Exception {
        var answer = send(program.form(account, "/studio/" + school.slug() + path, form));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    /// @return where it leads
    String form(Student student, String path, String form) throws Exception {
        var answer = send(program.request(school, student, path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }

    String start(Student student) throws Exception {
        return start(student, "simulation");
    }

    String start(Student student, String mode) throws Exception {
        var answer = send(program.request(school, student, "/exams/e/attempts")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("mode=" + mode)));
        var location = answer.headers().firstValue("Location").orElse("");
        assertThat(location).as(answer.body()).startsWith("/attempts/");
        return location.substring("/attempts/".length());
    }

    int lease(Student student, String code) throws Exception {
        return json(post(student, "/attempts/" + code + "/lease", "{" + TAB + "}")).path("epoch").asInt();
    }

    HttpResponse<String> save(Student student, String code, int epoch, long seq, String answers)
            throws Exception {
        return post(student, "/attempts/" + code + "/responses",
                "{\"epoch\":%d,\"seq\":%d,\"answers\":%s}".formatted(epoch, seq, answers));
    }

    /// Everything right.
    String answers() {
        return """
                [{"position":%d,"answer":"b","ms":100,"changes":1},{"position":%d,"answer":["b","a"],"ms":100,"changes":1},
                 {"position":%d,"answer":"42,0","ms":100,"changes":1}]
                """.formatted(position("q1"), position("q2"), position("q3"));
    }

    int position(String question) {
        return exam.position(question);
    }

    String score(String code) {
        return program.database().jdbc().sql("""
                        select points::int || ' of ' || possible::int from attempt_score
                        join attempt on attempt.school_id = attempt_score.school_id and id = attempt_id
                        where code = :code
                        """)
                .param("code", code)
                .query((row, _) -> row.getString(1))
                .single();
    }

    /// Begins a set and ends it.
    ///
    /// @return what it asks, with domain and task
    List<String> practised(String set) throws Exception {
        var code = form(mia, "/exams/e/attempts", set).substring("/attempts/".length());
        post(mia, "/attempts/" + code + "/submission", "{\"epoch\":%d,\"seq\":1}".formatted(lease(mia, code)));
        return program.database().jdbc().sql("""
                        select split_part(rtrim(version.title, '?'), ' ', 4) || ' ' || domain || ' ' || task
                        from attempt
                        join form_question as asked on asked.school_id = attempt.school_id and asked.form_id = attempt.form_id
                        join version on version.school_id = attempt.school_id and version.id = asked.version_id
                        where code = :code
                        order by position
                        """)
                .param("code", code)
                .query((row, _) -> row.getString(1))
                .list();
    }

    HttpResponse<String> get(Student student, String path) throws Exception {
        return send(program.request(school, student, path).GET());
    }

    HttpResponse<String> post(Student student, String path, String json) throws Exception {
        return send(program.request(school, student, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return Program.HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).as(answer.body()).contains("json");
        return JSON.readTree(answer.body());
    }

    void sql(String statement) {
        program.database().jdbc().sql(statement).param("school", school.id()).update();
    }

    long number(String statement) {
        return program.database().jdbc().sql(statement).param("school", school.id())
                .query((row, _) -> row.getLong(1)).single();
    }

    Student student(School at, String email) {
        return program.bean(Students.class).ensure(at, new EmailAddress(email));
    }
}
