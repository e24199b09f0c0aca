package org.coursewright.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.coursewright.Program;
import org.coursewright.content.IdsLock;
import org.coursewright.content.Revisions;
import org.coursewright.content.Versions;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.coursewright.school.Schools;
import org.coursewright.storage.Blobs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PushPullTest {

    private static final String LESSON = "courses/first-course/01-start/01-welcome.md";

    @TempDir
    static Path data;
    private static Program program;
    private static int schools;

    @TempDir
    Path home;
    private School school;
    private Path folder;
    private String printed = "";

    @BeforeAll
    static void start() {
        program = new Program(data, java.util.Map.of());
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @BeforeEach
    void aNewSchoolAndFolder() {
        school = program.bean(Schools.class).create(new Slug("ada" + ++schools), "Ada").orElseThrow();
        token("good-" + school.id(), "push", "1 day");
        folder = home.resolve("school");
        assertThat(run("new", folder.toString())).isZero();
    }

    @Test
    void aFolderGoesLive() throws Exception {
        assertThat(push(folder, "--publish")).as(printed).isZero();
        assertThat(printed).contains("Revision 1 of " + school.slug()).contains("Preview: http://").contains("Live: ");
        assertThat(program.bean(Versions.class).live(school).ofKind("lesson")).hasSize(2);
        assertThat(folder.resolve(IdsLock.PATH)).exists();
        assertThat(push(folder)).isZero();
        assertThat(printed).contains("Nothing changed since revision 1");
    }

    @Test
    void aRollbackBringsBackWhatWasLive() throws Exception {
        push(folder, "--publish");
        append(folder, LESSON, "\nSecond thoughts.\n");
        push(folder, "--publish");
        assertThat(live()).contains("Second thoughts.");
        assertThat(command("rollback", folder)).isZero();
        assertThat(printed).startsWith("Revision 1 is live again: http://" + school.slug() + ".");
        assertThat(live()).doesNotContain("Second thoughts.");
        assertThat(command("publish", Path.of("2"), folder.toString())).isZero();
        assertThat(live()).contains("Second thoughts.");
        command("rollback", folder);
        assertThat(command("rollback", folder)).isEqualTo(1);
        assertThat(printed).contains("Nothing to roll back");
    }

    @Test
    void anErrorStopsThePushWithFileAndLine() throws Exception {
        Files.writeString(folder.resolve(LESSON), "---\ntitel: Welcome\n---\nHello.\n");
        assertThat(push(folder)).isEqualTo(1);
        assertThat(printed).contains(LESSON + ":2: error: ").contains("Nothing was pushed");
        assertThat(program.bean(Revisions.class).latest(school, 10)).isEmpty();
    }

    @Test
    void chaptersOfAFileComeAlongAndAnErrorInThemHasALine() throws Exception {
        var chapters = LESSON.replace(".md", ".chapters.vtt");
        Files.writeString(folder.resolve(chapters), "WEBVTT\n\n0:42 --> 1:00\nNo thousandths\n");
        assertThat(push(folder)).isEqualTo(1);
        assertThat(printed).contains(chapters + ":3: error: This file is no WebVTT with chapters");
        Files.writeString(folder.resolve(chapters), "WEBVTT\n\n00:42.000 --> 01:00.000\nPolicies\n");
        assertThat(push(folder, "--publish")).as(printed).isZero();
        var lesson = program.bean(Versions.class).live(school).versions().stream()
                .filter(version -> version.path().equals(LESSON))
                .findFirst();
        assertThat(lesson.orElseThrow().front().path("chapters").get(0).asString("")).isEqualTo("0:42 Policies");
        var other = home.resolve("other");
        assertThat(command("pull", other)).as(printed).isZero();
        assertThat(other.resolve(chapters)).hasSameTextualContentAs(folder.resolve(chapters));
    }

    @Test
    void twoAuthorsDoNotOverwriteEachOther() throws Exception {
        push(folder);
        var other = home.resolve("other");
        assertThat(command("pull", other)).as(printed).isZero();
        assertThat(other.resolve(LESSON)).hasSameTextualContentAs(folder.resolve(LESSON));
        append(other, LESSON, "\nFrom the other author.\n");
        append(other, "pages/about.md", "\nAlso new.\n");
        assertThat(push(other)).isZero();

        append(folder, LESSON, "\nFrom the first author.\n");
        assertThat(push(folder)).isEqualTo(1);
        assertThat(printed).contains("is newer than this folder").contains(LESSON + "  (")
                .contains("coursewright pull");
        assertThat(command("pull", folder)).isEqualTo(1);
        assertThat(printed).contains("conflict " + LESSON).contains("took     pages/about.md");
        assertThat(folder.resolve(LESSON)).content().contains("first author").doesNotContain("other author");
        assertThat(folder.resolve(LESSON + ".theirs")).content().contains("other author");
        assertThat(push(folder)).isEqualTo(1);
        assertThat(printed).contains(".theirs: take over what you want");
        Files.delete(folder.resolve(LESSON + ".theirs"));
        assertThat(push(folder)).as(printed).isZero();
        assertThat(printed).contains("Revision 3").contains("1 changed");
    }

    @Test
    void aBuildWithoutMemoryMayOverwrite() throws Exception {
        push(folder);
        var checkout = home.resolve("checkout");
        run("new", checkout.toString());
        append(checkout, LESSON, "\nFrom Git.\n");
        assertThat(push(checkout)).isEqualTo(1);
        assertThat(printed).contains("is newer than this folder").doesNotContain("02-next-steps.md");
        assertThat(push(checkout, "--overwrite")).as(printed).isZero();
        assertThat(printed).contains("Revision 2");
    }

    @Test
    void aVideoThatIsNoneIsRefusedBeforeItIsPushed() throws Exception {
        Files.writeString(folder.resolve("courses/first-course/01-start/01-welcome.mp4"), "This is a text.");
        assertThat(push(folder)).isEqualTo(1);
        assertThat(printed).contains("01-welcome.mp4").contains("not a video");
        assertThat(program.bean(Revisions.class).latest(school, 10)).isEmpty();
    }

    @Test
    void largeFilesMayStayOutsideOfGit() throws Exception {
        var bytes = new byte[2_000_000];
        new Random(2).nextBytes(bytes);
        var file = folder.resolve("courses/first-course/01-start/files/disk.zip");
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        append(folder, LESSON, "\n[The disk](files/disk.zip)\n");
        Files.writeString(folder.resolve("media.yaml"), "");
        assertThat(push(folder, "--publish")).as(printed).isZero();
        assertThat(folder.resolve("media.yaml")).content().contains(Hash.of(bytes).hex());
        Files.delete(file);
        append(folder, LESSON, "\nFrom a checkout without large files.\n");
        assertThat(push(folder, "--publish")).as(printed).isZero();
        assertThat(program.bean(Versions.class).live(school).versions().stream()
                .flatMap(version -> version.files().values().stream())).contains(Hash.of(bytes));
        Files.writeString(file, "version https://git-lfs.github.com/spec/v1\noid sha256:%s\nsize 9\n".formatted(
                Hash.of("elsewhere").hex()));
        assertThat(push(folder)).isEqualTo(1);
        assertThat(printed).contains("files/disk.zip");
    }

    @Test
    void removingNeedsToBeMeant() throws Exception {
        push(folder);
        Files.delete(folder.resolve("courses/first-course/01-start/02-next-steps.md"));
        program.database()
                .jdbc()
                .sql("""
                        with student as (
                            insert into student (school_id, email) values (:school, 'bob@example.org') returning id
                        ), lesson as (
                            select version.id, content_id
                            from version
                            where school_id = :school and path like '%02-next-steps.md'
                        )
                        insert into progress (school_id, student_id, lesson_id, course_id, version_id, seen_at)
                        select :school, student.id, content_id, content_id, lesson.id, now()
                        from student cross join lesson
                        """)
                .param("school", school.id())
                .update();
        assertThat(push(folder)).isEqualTo(1);
        assertThat(printed).contains("removes 1 lesson (progress of 1 student)").contains("--allow-removals");
        assertThat(push(folder, "--allow-removals")).isZero();
        assertThat(printed).contains("1 removed");
    }

    @Test
    void aCutUploadGoesOnAndArrivesByteForByte() throws Exception {
        var bytes = new byte[6_000_000];
        new Random(1).nextBytes(bytes);
        var file = folder.resolve("courses/first-course/01-start/files/disk.zip");
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        append(folder, LESSON, "\n[The disk](files/disk.zip)\n");
        try (var network = new Cutter(program.url("/").getPort(), 3, 1_500_000)) {
            assertThat(run("push", folder.toString(), "--school", school.slug().value(), "--token",
                    "good-" + school.id(), "--url", "http://localhost:" + network.port())).as(printed).isZero();
            assertThat(network.cutsLeft).hasValue(0);
        }
        try (var in = program.bean(Blobs.class).open(school, Hash.of(bytes)).orElseThrow().open()) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
        var copy = home.resolve("copy");
        command("pull", copy);
        assertThat(copy.resolve("courses/first-course/01-start/files/disk.zip")).hasBinaryContent(bytes);
    }

    @Test
    void aBadTokenIsToldFromASmallOne() {
        assertThat(pushWith("made-up")).isEqualTo(1);
        assertThat(printed).contains("This token is wrong or has expired").contains("coursewright login");
        token("old-" + school.id(), "push", "-1 minute");
        assertThat(pushWith("old-" + school.id())).isEqualTo(1);
        assertThat(printed).contains("wrong or has expired");
        token("small-" + school.id(), "enrol", "1 day");
        assertThat(pushWith("small-" + school.id())).isEqualTo(1);
        assertThat(printed).contains("may not do that");
        assertThat(pushWith("good-" + (school.id() - 1))).isEqualTo(1);
    }

    @Test
    void studentsOfAFileGetAccessOverTheWire() throws Exception {
        push(folder, "--publish");
        token("enrols-" + school.id(), "enrol", "1 day");
        var file = home.resolve("students.csv");
        Files.writeString(file, "email,name\nbob@example.org,Bob\neve@example.org,Eve\n");
        assertThat(enrol("first-course", "enrols-", file)).as(printed).isZero();
        assertThat(printed).contains("2 students enrolled in first-course, 0 had access already");
        assertThat(enrol("first-course", "enrols-", file)).isZero();
        assertThat(printed).contains("0 students enrolled in first-course, 2 had access already");
        assertThat(enrol("no-such-course", "enrols-", file)).isEqualTo(1);
        assertThat(enrol("first-course", "good-", file)).isEqualTo(1);
        assertThat(printed).contains("lack 'enrol'");
        Files.writeString(file, "bob@example.org\nnobody\n");
        assertThat(enrol("first-course", "enrols-", file)).isEqualTo(1);
        assertThat(printed).contains("students.csv:2: error: 'nobody' is no e-mail address").contains("Nobody was");
    }

    @Test
    void aServerThatIsNotThereIsSaidInASentence() {
        assertThat(run("push", folder.toString(), "--school", "ada", "--token", "x", "--url", "http://localhost:9"))
                .isEqualTo(1);
        assertThat(printed).contains("Cannot reach http://localhost:9").contains("Is the server running?");
    }

    @Test
    void wrongUsageIsExitTwo() {
        assertThat(run("push", "--no-such-option")).isEqualTo(2);
        assertThat(run("publish")).isEqualTo(2);
    }

    @Test
    void jsonIsOneObject() throws Exception {
        assertThat(push(folder, "--json")).isZero();
        assertThat(printed).startsWith("{\"outcome\":\"committed\"").hasLineCount(1);
    }

    private String live() {
        return program.bean(Versions.class).live(school).versions().stream()
                .filter(version -> version.path().equals(LESSON))
                .findFirst()
                .orElseThrow()
                .body();
    }

    private int push(Path from, String... options) {
        var words = new ArrayList<>(List.of("push", from.toString()));
        words.addAll(target());
        words.addAll(List.of(options));
        return run(words.toArray(String[]::new));
    }

    private int command(String name, Path first, String... more) {
        var words = new ArrayList<>(List.of(name, first.toString()));
        words.addAll(List.of(more));
        words.addAll(target());
        return run(words.toArray(String[]::new));
    }

    private int enrol(String course, String token, Path file) {
        return run("enrol", "--school", school.slug().value(), "--course", course, "--url", url(), "--token",
                token + school.id(), file.toString());
    }

    private int pushWith(String token) {
        return run("push", folder.toString(), "--school", school.slug().value(), "--token", token, "--url", url());
    }

    private List<String> target() {
        return List.of("--school", school.slug().value(), "--token", "good-" + school.id(), "--url", url());
    }

    private int run(String... words) {
        var out = new StringWriter();
        var writer = new PrintWriter(out, true);
        int code = Commands.run(writer, writer, words);
        printed = out.toString();
        return code;
    }

    private void token(String token, String scope, String life) {
        program.database()
                .jdbc()
                .sql("""
                        insert into api_token (school_id, name, token_hash, scopes, created_at, expires_at)
                        values (:school, 'laptop', :hash, array[:scope], now(), now() + :life::interval)
                        """)
                .param("school", school.id())
                .param("hash", Hash.of(token.getBytes(StandardCharsets.UTF_8)).bytes())
                .param("scope", scope)
                .param("life", life)
                .update();
    }

    private static String url() {
        return "http://localhost:" + program.url("/").getPort();
    }

    private static void append(Path folder, String path, String text) throws IOException {
        Files.writeString(folder.resolve(path), Files.readString(folder.resolve(path)) + text);
    }
}
