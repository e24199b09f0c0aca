package org.coursewright.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.coursewright.Program;
import org.coursewright.content.Publications;
import org.coursewright.identity.Student;
import org.coursewright.identity.Students;
import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Notices;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.coursewright.school.Schools;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyTest {

    private static final AtomicInteger SCHOOLS = new AtomicInteger();
    private static final Pattern FILE = Pattern.compile("/files/[0-9.]+[A-Za-z0-9_-]+/[0-9a-f]{64}/notes.txt");

    @TempDir
    static Path data;
    private static Program program;

    @TempDir
    Path folder;
    private School school;
    private Student mia;

    @BeforeAll
    static void start() {
        program = new Program(data, Map.of());
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @BeforeEach
    void aSchoolWithAFreeCourseAndAClosedOne() throws Exception {
        school = program.bean(Schools.class).create(new Slug("study" + SCHOOLS.incrementAndGet()), "Study")
                .orElseThrow();
        mia = student(school, "mia@example.org");
        write("courses/open/1-a.md", "---\nfiles: [notes.txt]\n---\nAlpha text");
        write("courses/open/2-b.md", "Beta text");
        write("courses/open/notes.txt", "Secret notes");
        write("courses/closed/course.yaml", "access: offers");
        write("courses/closed/1-taste.md", "---\nfree: true\n---\nGamma text");
        write("courses/closed/2-core.md", "---\nfiles: [plan.txt]\n---\nDelta text");
        write("courses/closed/plan.txt", "Secret plan");
        publish();
    }

    @Test
    void aVisitorIsSentToTheSignInAndBack() throws Exception {
        var answer = get(school, "", "/learn/open/a");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/sign-in?next=%2Flearn%2Fopen%2Fa");
    }

    @Test
    void oneClickOpensAFreeCourseAndNoOther() throws Exception {
        var session = session(school, mia);
        assertThat(get(school, session, "/learn/open/a").statusCode()).isEqualTo(403);
        assertThat(post(school, session, "/learn/open/enrolment", "").statusCode()).isEqualTo(303);
        assertThat(get(school, session, "/learn/open/a").body()).contains("Alpha text");
        post(school, session, "/learn/closed/enrolment", "");
        var locked = get(school, session, "/learn/closed/core");
        assertThat(locked.statusCode()).isEqualTo(403);
        assertThat(locked.body()).contains("Core").doesNotContain("Delta text").doesNotContain("plan.txt");
        assertThat(get(school, session, "/learn/closed/taste").body()).contains("Gamma text");
    }

    @Test
    void aSessionOfAnotherSchoolIsWorthNothingHere() throws Exception {
        var other = program.bean(Schools.class).create(new Slug("other" + SCHOOLS.incrementAndGet()), "Other")
                .orElseThrow();
        var theirs = session(other, student(other, "mia@example.org"));
        assertThat(get(school, theirs, "/learn").statusCode()).isEqualTo(303);
        assertThat(get(school, theirs, "/session").body()).isEqualTo("{}");
    }

    @Test
    void filesOpenForTheirLessonAloneAndWithAnUnchangedToken() throws Exception {
        var session = session(school, mia);
        post(school, session, "/learn/open/enrolment", "");
        var match = FILE.matcher(get(school, session, "/learn/open/a").body());
        assertThat(match.find()).isTrue();
        var file = match.group();
        assertThat(get(school, "", file).body()).isEqualTo("Secret notes");
        var plan = Hash.of("Secret plan").hex();
        assertThat(get(school, session, file.replaceAll("[0-9a-f]{64}", plan)).statusCode()).isEqualTo(404);
        assertThat(get(school, session, file.replaceFirst("/files/[0-9]+", "/files/999")).statusCode()).isEqualTo(404);
        assertThat(get(school, session, "/files/public/" + plan + "/plan.txt").statusCode()).isEqualTo(404);
        var other = program.bean(Schools.class).create(new Slug("files" + SCHOOLS.incrementAndGet()), "Other")
                .orElseThrow();
        assertThat(get(other, "", file).statusCode()).isEqualTo(404);
    }

    @Test
    void accessThatHasEndedLocksAtOnce() throws Exception {
        var session = session(school, mia);
        post(school, session, "/learn/open/enrolment", "");
        program.database().jdbc().sql("update enrolment set valid_until = now() where student_id = :student")
                .param("student", mia.id())
                .update();
        assertThat(get(school, session, "/learn/open/a").statusCode()).isEqualTo(403);
        assertThat(post(school, session, "/learn/open/b/position", "position=5").statusCode()).isEqualTo(404);
    }

    @Test
    void doneIsSaidTwiceAndCountedOnceAndTakenBack() throws Exception {
        var session = session(school, mia);
        post(school, session, "/learn/open/enrolment", "");
        for (int i = 0; i < 2; i++)
            post(school, session, "/learn/open/a/completion", "");
        assertThat(get(school, session, "/learn/open").body()).contains("1 of 2 done");
        post(school, session, "/learn/open/a/completion", "_method=delete");
        assertThat(get(school, session, "/learn/open").body()).contains("0 of 2 done");
    }

    @Test
    void aRenamedLessonKeepsItsProgressAndItsOldAddressLeadsToTheNew() throws Exception {
        var session = session(school, mia);
        post(school, session, "/learn/open/enrolment", "");
        post(school, session, "/learn/open/a/completion", "");
        write("courses/open/1-a.md", "---\nslug: alpha\nfiles: [notes.txt]\n---\nAlpha text");
        publish();
        var moved = get(school, session, "/learn/open/a");
        assertThat(moved.statusCode()).isEqualTo(301);
        assertThat(moved.headers().firstValue("Location")).contains("/learn/open/alpha");
        assertThat(get(school, session, "/learn/open/a?t=12").headers().firstValue("Location"))
                .contains("/learn/open/alpha?t=12");
        assertThat(get(school, session, "/learn/open").body()).contains("1 of 2 done");
    }

    @Test
    void aLessonThatWasRemovedStaysForThoseWhoOwnIt() throws Exception {
        var session = session(school, mia);
        post(school, session, "/learn/open/enrolment", "");
        Files.delete(folder.resolve("courses/open/2-b.md"));
        publish();
        assertThat(get(school, session, "/learn/open").body()).contains("of 1 done");
    }

    @Test
    void theLengthOfAVideoCountsFromTheMomentItIsKnown() throws Exception {
        var session = session(school, mia);
        post(school, session, "/learn/open/enrolment", "");
        assertThat(get(school, session, "/learn/open").body()).contains("1 min").doesNotContain("4 min");
        var video = Hash.of("a video of 170 seconds");
        program.database().jdbc().sql("""
                        with made as (
                            insert into video (school_id, hash, name, state, millis)
                            values (:school, :video, 'b.mp4', 'ready', 170000))
                        update lesson set video_hash = :video where school_id = :school and slug = 'b'
                        """)
                .param("school", school.id())
                .param("video", video.hex())
                .update();
        program.bean(Notices.class).publish(Publications.TOPIC, Long.toString(school.id()));
        for (int i = 0; i < 100 && !get(school, session, "/learn/open").body().contains("4 min"); i++)
            Thread.sleep(50);
        assertThat(get(school, session, "/learn/open").body()).contains("4 min");
    }

    private void publish() throws Exception {
        program.publish(school, folder);
    }

    private void write(String path, String text) throws Exception {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static Student student(School school, String email) {
        return program.bean(Students.class).ensure(school, new EmailAddress(email));
    }

    private static String session(School school, Student student) {
        return program.signIn(school, student);
    }

    private static HttpResponse<String> get(School school, String session, String path) throws Exception {
        return Program.send(request(school, session, path));
    }

    private static HttpResponse<String> post(School school, String session, String path, String form) throws Exception {
        return Program.send(request(school, session, path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private static HttpRequest.Builder request(School school, String session, String path) {
        var request = program.request(school, path);
        return session.isEmpty() ? request : request.header("Cookie", "session=" + session);
    }
}
