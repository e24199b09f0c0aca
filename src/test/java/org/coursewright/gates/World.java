package org.coursewright.gates;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coursewright.Program;
import org.coursewright.attempt.ExamFixture;
import org.coursewright.content.FolderPush;
import org.coursewright.content.Previews;
import org.coursewright.content.Publications;
import org.coursewright.content.PushAnswer;
import org.coursewright.content.Revisions;
import org.coursewright.identity.Account;
import org.coursewright.identity.Accounts;
import org.coursewright.identity.ApiToken;
import org.coursewright.identity.ApiTokens;
import org.coursewright.identity.Memberships;
import org.coursewright.identity.Role;
import org.coursewright.identity.Student;
import org.coursewright.identity.Students;
import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.Hash;
import org.coursewright.platform.RandomCode;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.coursewright.school.Schools;
import org.coursewright.video.ffmpeg.Clips;

/// Two schools with content, everybody who may come to them, and the names that the table of gates uses for things.
final class World implements AutoCloseable {

    private static final Pattern NAME = Pattern.compile("\\{([a-z-]+)}");

    private static final String QUESTION = """
            ---
            domain: all
            ---
            ### Which?

            - [x] This
            - [ ] That

            > Because.
            """;

    final Program program;
    final School ada;
    final School bob;
    private final Map<String, String> names = new TreeMap<>();
    private final Map<String, Student> students = new HashMap<>();
    private final Map<String, Account> accounts = new HashMap<>();

    World(Path folder) throws Exception {
        Clips.lendTo(folder.resolve("data"));
        program = new Program(folder.resolve("data"), Map.of());
        ada = school("ada");
        bob = school("bob");
        accounts.put("operator", account("olga@example.org"));
        program.bean(Accounts.class).makeOperator(accounts.get("operator"));
        publish(ada, folder.resolve("ada"));
        publish(bob, folder.resolve("bob"));
        people();
        things();
        watching();
        exams();
        certificates();
        media();
        tokens();
    }

    @Override
    public void close() {
        program.close();
    }

    /// A text of the table with the names of things replaced.
    String filled(String text) {
        return NAME.matcher(text).replaceAll(found -> {
            var value = names.get(found.group(1));
            if (value == null) throw new AssertionError("nothing is called {" + found.group(1) + "}");
            return Matcher.quoteReplacement(value);
        });
    }

    String name(String name) {
        return filled("{" + name + "}");
    }

    /// Signs a request as one of the people or tokens of the table.
    HttpRequest.Builder as(String who, HttpRequest.Builder request) {
        return switch (who) {
            case "visitor", "no token" -> request;
            case "student", "enrolled", "stranger" -> request.header("Cookie", "session=" + session(who, "1 day"));
            case "expired" -> request.header("Cookie", "session=" + session("enrolled", "-1 second"));
            case "author", "other author", "operator" -> request.header("Cookie", "session=" + account(who, "1 day"));
            case "expired author" -> request.header("Cookie", "session=" + account("author", "-1 second"));
            default -> request.header("Authorization", "Bearer " + name("token-" + who.replace(' ', '-')));
        };
    }

    private School school(String slug) {
        var school = program.bean(Schools.class).create(new Slug(slug), "School of " + slug).orElseThrow();
        var owner = account(slug + "@example.org");
        accounts.put(slug.equals("ada") ? "author" : "other author", owner);
        program.bean(Memberships.class).ensure(school, owner, Role.OWNER, "test");
        return school;
    }

    private Account account(String email) {
        return program.bean(Accounts.class).ensure(new EmailAddress(email));
    }

    private void publish(School school, Path folder) throws Exception {
        for (var course : List.of("open", "paid", "free-for-writes")) {
            var lessons = Files.createDirectories(folder.resolve("courses/" + course));
            Files.writeString(lessons.resolve("course.yaml"),
                    "access: " + (course.equals("paid") ? "offers" : "free") + "\n");
            for (var lesson : List.of("one", "two"))
                Files.writeString(lessons.resolve(lesson + ".md"),
                        "# " + lesson + "\n\nThe secret of " + school.slug() + ". ![a](a.png) [b](b.txt)\n");
            Files.write(lessons.resolve("a.png"), new byte[]{(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1});
            Files.writeString(lessons.resolve("b.txt"), course + " " + school.slug());
        }
        Files.copy(Clips.clip(Files.createDirectories(folder.resolveSibling("clip-" + school.slug())), "320x180", 25,
                school.slug().value().equals("ada") ? 1 : 1.2), folder.resolve("courses/paid/two.mp4"));
        Files.writeString(folder.resolve("courses/paid/two.en.vtt"), "WEBVTT\n\n00:00.100 --> 00:00.900\nHello\n");
        Files.writeString(folder.resolve("courses/free-for-writes/three.quiz.md"), QUESTION);
        Files.createDirectories(folder.resolve("banks/facts"));
        Files.writeString(folder.resolve("banks/facts/facts.md"), QUESTION.replace("Which", "What"));
        Files.createDirectories(folder.resolve("exams/facts"));
        Files.writeString(folder.resolve("exams/facts/exam.yaml"), "banks: [facts]\n");
        Files.writeString(folder.resolve("exams/facts/2026.yaml"), """
                minutes: 30
                items: 1
                domains: [{ id: all, weight: 100 }]
                """);
        Files.createDirectories(folder.resolve("pages"));
        Files.writeString(folder.resolve("pages/about.md"), "# About\n\nHello. ![c](c.png)\n");
        Files.write(folder.resolve("pages/c.png"), new byte[]{(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 2});
        program.publish(school, folder);
        var first = program.bean(Revisions.class).find(school, "", 1).orElseThrow();
        Files.writeString(folder.resolve("pages/about.md"), "# About\n\nHello again. ![c](c.png)\n");
        var second = (PushAnswer.Committed) program.bean(FolderPush.class).push(school, folder, "", "ada@example.org",
                "");
        var preview = program.bean(Previews.class).create(school, second.revisionId(), "ada@example.org");
        program.bean(Publications.class).publish(school, program.bean(Revisions.class).get(school, second.revisionId()),
                "ada@example.org");
        names.put("preview-" + school.slug(), preview.code());
        names.put("revision-" + school.slug(), "" + first.id());
    }

    private void people() {
        for (var slug : List.of("open", "paid"))
            students.put("enrolled", enrolled(ada, "leo@example.org", slug));
        for (var slug : List.of("open", "paid"))
            students.put("stranger", enrolled(bob, "sue@example.org", slug));
        students.put("student", program.bean(Students.class).ensure(ada, new EmailAddress("mia@example.org")));
        names.put("mia", "" + students.get("student").id());
        names.put("sue", "" + students.get("stranger").id());
    }

    private Student enrolled(School school, String email, String slug) {
        var student = program.bean(Students.class).ensure(school, new EmailAddress(email));
        program.database().jdbc().sql("""
                        insert into enrolment (school_id, student_id, content_id, source, valid_from)
                        values (:school, :student, :course, 'grant', now() - interval '1 day')
                        on conflict do nothing
                        """)
                .param("school", school.id())
                .param("student", student.id())
                .param("course", course(school, slug))
                .update();
        return student;
    }

    private long course(School school, String slug) {
        return program.database().jdbc().sql("select content_id from course where school_id = :school and slug = :slug")
                .param("school", school.id()).param("slug", slug).query((row, _) -> row.getLong(1)).single();
    }

    private void things() throws Exception {
        names.put("paid", "" + course(ada, "paid"));
        for (var school : List.of(ada, bob)) {
            names.put("video-" + school.slug(), program.database().jdbc()
                    .sql("select hash from video where school_id = :school")
                    .param("school", school.id()).query((row, _) -> row.getString(1)).single());
            names.put("blob-" + school.slug(),
                    Hash.of(("paid " + school.slug()).getBytes(StandardCharsets.UTF_8)).hex());
        }
        names.put("picture", Hash.of(new byte[]{(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 2}).hex());
        names.put("no-such-run", "999999");
        for (long end = System.nanoTime() + Duration.ofSeconds(90).toNanos(); videosReady() < 2; Thread.sleep(100))
            if (System.nanoTime() > end) throw new AssertionError("the videos are not ready");
    }

    private int videosReady() {
        return program.database().jdbc().sql("select count(*) from video where state = 'ready'").query(Integer.class)
                .single();
    }

    /// Addresses that a page gives to whoever may see it: its video and its file.
    private void watching() throws Exception {
        var page = Program.send(as("enrolled", program.request(ada, "/learn/paid/two"))).body();
        names.put("media-of-leo", found(page, "/media/([^/]+)/[0-9a-f]{64}/"));
        names.put("files-of-leo", found(page, "/files/([^/\"]+)/[0-9a-f]{64}/"));
        var hers = Program.send(as("stranger", program.request(bob, "/learn/paid/two"))).body();
        names.put("media-of-sue", found(hers, "/media/([^/]+)/[0-9a-f]{64}/"));
        names.put("files-of-sue", found(hers, "/files/([^/\"]+)/[0-9a-f]{64}/"));
    }

    /// Attempts that go on: one like an exam, one with feedback.
    private void exams() throws Exception {
        ExamFixture.of(program, ada);
        ExamFixture.of(program, bob);
        names.put("attempt-of-leo", attempt("simulation"));
        names.put("practice-of-leo", attempt("study"));
    }

    /// What the course for sale gives; a certificate of the other school is one that this one does not know.
    private void certificates() {
        for (var owner : Map.of("enrolled", ada, "stranger", bob).entrySet()) {
            var school = owner.getValue();
            var code = "certificate-" + school.slug();
            program.database().jdbc().sql("""
                            insert into certificate (school_id, code, student_id, course_id, course_version_id, name, title,
                                                     issuer, minutes, earned_at, issued_at)
                            select :school, :code, :student, content_id, version_id, 'Leo', title, 'School', 60, now(), now()
                            from course where school_id = :school and slug = 'paid'
                            """)
                    .param("school", school.id())
                    .param("code", code)
                    .param("student", students.get(owner.getKey()).id())
                    .update();
            names.put(code, code);
        }
    }

    private String attempt(String mode) throws Exception {
        var begun = Program.send(as("enrolled", program.request(ada, "/exams/facts/attempts"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("mode=" + mode)));
        return begun.headers().firstValue("Location").orElseThrow().substring("/attempts/".length());
    }

    /// The name of the media of each video, and what a preview gives to who has its link.
    private void media() throws Exception {
        names.put("segments", segments(ada, "media-of-leo"));
        names.put("segments-bob", segments(bob, "media-of-sue"));
        for (var school : List.of(ada, bob)) {
            var page = Program.send(program.request("/courses/paid/two")
                    .header("Host", name("preview-" + school.slug()) + "--" + school.slug() + ".localhost")).body();
            names.put("media-of-preview-" + school.slug(), found(page, "/media/([^/]+)/[0-9a-f]{64}/"));
        }
    }

    private String segments(School school, String token) throws Exception {
        var folder = filled("/media/{" + token + "}/{video-" + school.slug() + "}/");
        var master = Program.send(program.request(school, folder + "master.m3u8")).body();
        var playlist = folder + found(master, "(?m)^(\\d+\\.m3u8)");
        return found(Program.send(program.request(school, playlist)).body(), "(\\d+-[0-9a-f]{12}\\.mp4)");
    }

    private static String found(String page, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(page);
        if (!matcher.find()) throw new AssertionError(pattern + " is not in " + page);
        return matcher.group(1);
    }

    private void tokens() {
        var tokens = program.bean(ApiTokens.class);
        names.put("token-token",
                tokens.create(ada, accounts.get("author"), "all", ApiToken.SCOPES, Duration.ofDays(1)));
        names.put("token-push-only",
                tokens.create(ada, accounts.get("author"), "push", List.of(ApiToken.PUSH), Duration.ofDays(1)));
        names.put("token-enrol-only",
                tokens.create(ada, accounts.get("author"), "enrol", List.of(ApiToken.ENROL), Duration.ofDays(1)));
        names.put("token-other-school",
                tokens.create(bob, accounts.get("other author"), "all", ApiToken.SCOPES, Duration.ofDays(1)));
        names.put("token-expired-token",
                tokens.create(ada, accounts.get("author"), "old", ApiToken.SCOPES, Duration.ofSeconds(-1)));
        tokens.create(ada, accounts.get("author"), "spare", ApiToken.SCOPES, Duration.ofDays(1));
        names.put("token-id", "" + tokens.all(ada).getFirst().id());
        names.put("token-id-of-bob", "" + tokens.all(bob).getFirst().id());
    }

    private String session(String who, String life) {
        var school = who.equals("stranger") ? bob : ada;
        var token = RandomCode.of(24);
        program.database().jdbc().sql("""
                        insert into session (school_id, token_hash, student_id, created_at, seen_at, expires_at)
                        values (:school, :hash, :student, now(), now(), now() + :life::interval)
                        """)
                .param("school", school.id())
                .param("hash", Hash.of(token).bytes())
                .param("student", students.get(who).id())
                .param("life", life)
                .update();
        return token;
    }

    private String account(String who, String life) {
        var token = RandomCode.of(24);
        program.database().jdbc().sql("""
                        insert into platform_session (token_hash, account_id, created_at, seen_at, expires_at)
                        values (:hash, :account, now(), now(), now() + :life::interval)
                        """)
                .param("hash", Hash.of(token).bytes())
                .param("account", accounts.get(who).id())
                .param("life", life)
                .update();
        return token;
    }
}
