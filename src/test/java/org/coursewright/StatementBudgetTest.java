package org.coursewright;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.coursewright.identity.Account;
import org.coursewright.identity.Accounts;
import org.coursewright.identity.Memberships;
import org.coursewright.identity.Role;
import org.coursewright.identity.Students;
import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.coursewright.school.Schools;
import org.coursewright.video.PlaybackTokens;
import org.coursewright.video.Viewer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a page may ask the database: at most three statements where students are, at most eight elsewhere, and never
/// more because there is more to show.
class StatementBudgetTest {

    private static final int HOT = 3;
    private static final int OTHER = 8;
    private static final int COURSES = 12;

    @TempDir
    static Path data;
    private static final StatementCount COUNT = new StatementCount();
    private static Program program;
    private static School school;
    private static Account ada;

    @BeforeAll
    static void aSchoolWithManyCourses() throws Exception {
        program = new Program(data.resolve("data"), Map.of("statementCount", COUNT));
        school = program.bean(Schools.class).create(new Slug("ada"), "Ada").orElseThrow();
        ada = program.bean(Accounts.class).ensure(new EmailAddress("ada@example.org"));
        program.bean(Accounts.class).makeOperator(ada);
        program.bean(Memberships.class).ensure(school, ada, Role.OWNER, "test");
        for (int course = 1; course <= COURSES; course++) {
            var folder = Files.createDirectories(data.resolve("folder/courses/course-" + course));
            Files.writeString(folder.resolve("course.yaml"),
                    "access: " + (course == COURSES ? "offers" : "free") + "\n");
            for (int lesson = 1; lesson <= 9; lesson++)
                Files.writeString(folder.resolve(lesson + "-lesson-" + lesson + ".md"),
                        "# Lesson\n\nSee [the next](../course-1/2-lesson-2.md).\n");
        }
        program.publish(school, data.resolve("folder"));
        student("few", 1);
        student("many", COURSES - 1);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void thePagesOfStudentsNeedThreeStatementsHoweverMuchThereIs() throws Exception {
        for (var path : List.of("/learn", "/learn/course-1", "/learn/course-1/lesson-1", "/learn/course-12/lesson-1",
                "/learn/course-1?q=hello", "/certificates",
                "/session")) {
            warm("few", path);
            warm("many", path);
            int few = cost(request("few", path));
            assertThat(few).as("statements of " + path).isPositive().isLessThanOrEqualTo(HOT);
            assertThat(cost(request("many", path))).as("statements of a busy student's " + path).isEqualTo(few);
        }
    }

    @Test
    void aPlayerNeedsThreeToTellWhereItStandsAndNoneForWhatItFetches() throws Exception {
        var student = program.bean(Students.class).ensure(school, address("few"));
        var media = program.bean(PlaybackTokens.class)
                .issue(school, new Viewer.InBrowser(student.id(), "0123456789abcdef"), Hash.of("video"), List.of())
                .poster().replace("poster.webp", "access");
        for (var path : Map.of("/learn/course-1/lesson-1/position", HOT, media, 0).entrySet()) {
            warm("few", path.getKey());
            assertThat(cost(request("few", path.getKey()))).as("statements of " + path).isEqualTo(path.getValue());
        }
    }

    @Test
    void publicPagesNeedNone() throws Exception {
        for (var path : List.of("/", "/courses/course-1")) {
            warm("", path);
            assertThat(cost(request("", path))).as("statements of " + path).isZero();
        }
    }

    @Test
    void aLessonThatNobodyHasReadYetIsStillQuick() throws Exception {
        warm("few", "/learn/course-1/lesson-1");
        assertThat(cost(request("few", "/learn/course-1/lesson-7"))).isBetween(HOT, OTHER);
    }

    @Test
    void thePagesOfAuthorsAndOperatorsNeedAFew() throws Exception {
        for (var path : List.of("/studio/ada", "/studio/ada/revisions", "/studio/ada/videos", "/studio/ada/exams",
                "/studio/ada/accommodations", "/studio/ada/reports", "/studio/ada/students",
                "/studio/ada/certificates", "/studio/ada/tokens", "/studio/ada/audit", "/admin", "/admin/schools",
                "/admin/jobs", "/admin/mails", "/admin/audit")) {
            cost(program.request(ada, path));
            assertThat(cost(program.request(ada, path))).as("statements of " + path).isBetween(2, OTHER);
        }
    }

    private static void warm(String student, String path) throws Exception {
        for (int i = 0; i < 2; i++)
            cost(request(student, path));
    }

    private static int cost(HttpRequest.Builder request) throws Exception {
        int before = COUNT.get();
        assertThat(Program.send(request).statusCode()).isIn(200, 204, 403);
        return COUNT.get() - before;
    }

    private static HttpRequest.Builder request(String student, String path) {
        if (student.isEmpty()) return program.request(school, path);
        var request = program.request(school, program.bean(Students.class).ensure(school, address(student)), path);
        return path.endsWith("/position")
                ? request.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("position=5&watched=0-5"))
                : request;
    }

    private static void student(String name, int courses) throws Exception {
        for (int course = 1; course <= courses; course++)
            Program.send(
                    request(name, "/learn/course-" + course + "/enrolment").POST(HttpRequest.BodyPublishers.noBody()));
    }

    private static EmailAddress address(String student) {
        return new EmailAddress(student + "@example.org");
    }
}
