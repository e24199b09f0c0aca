package org.coursewright.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// A server with a school that has one exam, see [ExamQuestions], and students who are signed in.
final class ExamSchool implements AutoCloseable {

    static final String SLUG = "exams";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";

    private final Server server;

    private ExamSchool(Server server) {
        this.server = server;
    }

    /// A new one.
    ///
    /// @param data its data folder; what lies there goes
    static ExamSchool fresh(Path home, Path data, int students) throws IOException, InterruptedException {
        Seed.delete(data);
        var folder = data.resolveSibling(data.getFileName() + "-folder");
        Seed.delete(folder);
        var server = new Server(home, data);
        try {
            var school = new ExamSchool(server);
            server.push(folder(folder), SLUG, server.schoolWithToken(SLUG), "--publish");
            school.waitForForms();
            for (var sql : students(students)) school.tell(sql);
            return school;
        } catch (IOException | InterruptedException | RuntimeException failed) {
            server.close();
            throw failed;
        }
    }

    /// One that was made before.
    static ExamSchool kept(Path home, Path data) throws IOException, InterruptedException {
        return new ExamSchool(new Server(home, data));
    }

    /// What an author pushes.
    static Path folder(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("school.yaml"), "name: Exams\n");
        ExamQuestions.write(folder);
        return folder;
    }

    /// Statements that let students in; the cookie of each is `session=student-N`, from 1.
    static List<String> students(int count) {
        return List.of("""
                insert into student (school_id, email)
                select school.id, 'student-' || number || '@example.org' from school, generate_series(1, %d) as number
                """.formatted(count), """
                insert into session (school_id, token_hash, student_id, created_at, seen_at, expires_at)
                select school_id, sha256(convert_to(split_part(email, '@', 1), 'UTF8')), id, now(), now(),
                       now() + interval '300 days'
                from student
                """, "analyze student, session");
    }

    /// Whether the job has built the forms.
    static final String READY = "select count(*) from exam_version where formed_version_id is not null";

    private void waitForForms() throws IOException, InterruptedException {
        for (long end = System.nanoTime() + PATIENCE.toNanos(); !server.ask(READY).equals("1"); Thread.sleep(100))
            if (System.nanoTime() > end)
                throw new IOException("no forms: " + server.ask("select string_agg(lacks::text, ' ') from exam_version"));
    }

    Server server() {
        return server;
    }

    String host() {
        return SLUG + ".localhost:" + server.port();
    }

    static String cookie(int student) {
        return "Cookie: session=student-" + student + "\r\n";
    }

    long count(String sql) throws IOException {
        return Long.parseLong(server.ask(sql));
    }

    void tell(String sql) throws IOException {
        var source = server.database();
        try {
            new JdbcTemplate(source).execute(sql);
        } finally {
            source.destroy();
        }
    }

    /// Codes of the open attempts of students, from student 1.
    String[] codes(int students) throws IOException {
        return codes(students, "OPEN");
    }

    /// @param state of the attempts, of which each student has one
    String[] codes(int students, String state) throws IOException {
        var codes = new String[students + 1];
        var source = server.database();
        try {
            JdbcClient.create(source).sql("""
                            select code, substr(split_part(email, '@', 1), 9)::int as number
                            from attempt join student on student.id = attempt.student_id
                            where state = :state and email like 'student-%'
                            """)
                    .param("state", state)
                    .query(row -> {
                        codes[row.getInt("number")] = row.getString("code");
                    });
        } finally {
            source.destroy();
        }
        return codes;
    }

    Line.Answer get(Line line, int student, String path) throws IOException {
        return line.get(host(), path, cookie(student));
    }

    Line.Answer post(Line line, int student, String path, String json) throws IOException {
        return line.post(host(), path, cookie(student) + JSON, json);
    }

    /// Begins an attempt, or goes on with it.
    void sit(Line line, int student) throws IOException {
        good(303, line.post(host(), "/exams/" + ExamQuestions.EXAM + "/attempts", cookie(student) + FORM,
                "mode=simulation"), "start");
    }

    /// Takes an open attempt to a tab, whose epoch is 1 then, and answers all questions in one batch.
    ///
    /// @return what each answer is worth, by its position
    double[] answerAll(Line line, int student, String code, long seed) throws IOException {
        var random = new Random(seed);
        var form = get(line, student, "/attempts/" + code + "/form");
        good(200, form, "form");
        lease(line, student, code);
        var worth = new double[ExamQuestions.ASKED];
        var answers = new StringBuilder();
        for (var asked : ExamQuestions.read(form.body())) {
            var answer = ExamQuestions.answer(asked, random);
            worth[asked.position()] = ExamQuestions.worth(asked, JsonMapper.shared().readTree(answer));
            answers.append(answers.isEmpty() ? "" : ",").append(given(asked.position(), answer));
        }
        good(200, post(line, student, "/attempts/" + code + "/responses", batch(1, 1, answers.toString())), "save");
        return worth;
    }

    void lease(Line line, int student, String code) throws IOException {
        good(200, post(line, student, "/attempts/" + code + "/lease", "{\"holder\":\"tab-of-the-bench\"}"), "lease");
    }

    /// As the page sends it.
    static String given(int position, String answer) {
        return "{\"position\":%d,\"answer\":%s,\"flagged\":false,\"marks\":{},\"ms\":4200,\"changes\":1,\"left\":false}"
                .formatted(position, answer);
    }

    static String batch(int epoch, long seq, String answers) {
        return "{\"epoch\":%d,\"seq\":%d,\"answers\":[%s],\"log\":[{\"at\":%d,\"kind\":\"chosen\",\"position\":0}]}"
                .formatted(epoch, seq, answers, seq * 4000);
    }

    static void good(int status, Line.Answer answer, String what) throws IOException {
        if (answer.status() != status)
            throw new IOException(what + " was answered " + answer.status() + ": " + new String(answer.body()));
    }

    @Override
    public void close() throws InterruptedException {
        server.close();
    }
}
