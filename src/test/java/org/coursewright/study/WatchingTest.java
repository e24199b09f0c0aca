package org.coursewright.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.coursewright.Program;
import org.coursewright.identity.Accounts;
import org.coursewright.identity.Memberships;
import org.coursewright.identity.Role;
import org.coursewright.identity.Student;
import org.coursewright.identity.Students;
import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.coursewright.school.Schools;
import org.coursewright.video.Audience;
import org.coursewright.video.Videos;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

class WatchingTest {

    private static final AtomicInteger SCHOOLS = new AtomicInteger();
    private static final CompletionCount COMPLETIONS = new CompletionCount();

    @TempDir
    static Path data;
    private static Program program;

    @TempDir
    Path folder;
    private School school;
    private Student mia;

    @BeforeAll
    static void start() {
        program = new Program(data, Map.of("completionCount", COMPLETIONS));
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @BeforeEach
    void aLessonWithAVideoOfAHundredSeconds() throws Exception {
        school = program.bean(Schools.class).create(new Slug("watch" + SCHOOLS.incrementAndGet()), "Watch")
                .orElseThrow();
        var lesson = folder.resolve("courses/open/1-a.md");
        Files.createDirectories(lesson.getParent());
        Files.writeString(lesson, "Alpha");
        Files.writeString(folder.resolve("courses/open/2-text.md"), "Beta");
        program.publish(school, folder);
        show("watched", 100);
        mia = program.bean(Students.class).ensure(school, new EmailAddress("mia@example.org"));
        post("/learn/open/enrolment", "");
    }

    @Test
    void whatIsSaidTwiceOrInAnyOrderIsCountedOnce() throws Exception {
        say("position=40&watched=30-40");
        say("position=12.5&watched=0-12");
        say("position=12.5&watched=0-12");
        say("position=20&watched=5-20,18-19");
        assertThat(watched()).isEqualTo("{[0,20),[30,40)}");
        assertThat(get("/learn").body()).contains("0:20");
    }

    @Test
    void nineTenthsInAnyOrderMakeItDoneAndSayItOnce() throws Exception {
        say("position=50&watched=10-50");
        say("position=60&watched=0-60");
        assertThat(done()).isZero();
        say("position=5&watched=60-90");
        say("position=6&watched=60-91");
        assertThat(done()).isEqualTo(1);
        assertThat(COMPLETIONS.of(school)).isEqualTo(1);
    }

    @Test
    void theLastTenSecondsMakeItDone() throws Exception {
        say("position=89&watched=80-89");
        assertThat(done()).isZero();
        say("position=95&watched=90-95");
        assertThat(done()).isEqualTo(1);
    }

    @Test
    void whoTakesDoneBackIsNotToldAtOnceThatItIsDone() throws Exception {
        say("position=95&watched=0-95");
        post("/learn/open/a/completion", "_method=delete");
        say("position=3&watched=0-3");
        assertThat(done()).isZero();
        say("position=100&watched=3-100&ended=1");
        assertThat(done()).isEqualTo(1);
        assertThat(get("/learn/open/a").statusCode()).isEqualTo(200);
    }

    @Test
    void whatLiesBehindTheEndCountsForNothing() throws Exception {
        say("position=5000&watched=95-900,2000-5000");
        assertThat(watched()).isEqualTo("{[95,100)}");
        assertThat(position()).isEqualTo(100);
        say("position=7&watched=200-200000");
        assertThat(watched()).isEqualTo("{[95,100)}");
    }

    @Test
    void aTextIsNotDoneByWordsOfAPlayer() throws Exception {
        assertThat(post("/learn/open/text/position", "position=99&watched=0-99&duration=1&ended=1").statusCode())
                .isEqualTo(204);
        assertThat(done()).isZero();
    }

    @Test
    void ofTwoDevicesTheOneThatStoodSomewhereLastIsBelieved() throws Exception {
        say("position=70&watched=60-70&age=60");
        say("position=20&watched=10-20&age=3600");
        assertThat(position()).as("told late, by a device that had no network").isEqualTo(70);
        assertThat(watched()).isEqualTo("{[10,20),[60,70)}");
        say("position=30&watched=20-30");
        assertThat(position()).isEqualTo(30);
    }

    @Test
    void wordsThatMakeNoSenseAreRefused() throws Exception {
        for (var form : new String[]{
                "position=-1", "position=NaN", "position=5&watched=1-2;drop", "position=5&watched=1--2",
                "position=5&watched=-5-2", "position=5&watched=1234567-1234568", "position=5&age=-1",
                "position=5&age=1e300", "position=5&age=NaN", "position=1e300",
                "position=5&watched=" + "1-2,".repeat(201) + "1-2"})
            assertThat(post("/learn/open/a/position", form).statusCode()).as(form).isIn(400, 422);
        say("position=5&watched=9-3,4-4");
        assertThat(watched()).isEqualTo("{}");
    }

    @Test
    void anotherVideoInTheLessonIsWatchedFromTheBeginning() throws Exception {
        say("position=89&watched=0-89");
        show("retake", 50);
        assertThat(audience("retake").getFirst().students()).as("who saw the former one").isZero();
        say("position=5&watched=0-5");
        assertThat(watched()).isEqualTo("{[0,5)}");
        assertThat(done()).isZero();
        assertThat(audience("retake")).extracting(Audience::students, Audience::half)
                .containsExactly(tuple(1, Duration.ofSeconds(5)));
    }

    @Test
    void anAuthorSeesHowManyWatchedWhichPart() throws Exception {
        assertThat(audience("watched")).singleElement()
                .matches(none -> none.students() == 0 && none.parts().size() == 100);
        assertThat(studio()).contains("No student has watched it yet.");
        say("position=40&watched=0-40,60-70");
        watched("lee", "{[0,30)}");
        watched("kim", "{[0,20),[25,30),[90,200)}");
        watched("idle", "{}");
        var audience = audience("watched").getFirst();
        assertThat(audience.lesson()).isEqualTo("A");
        assertThat(audience.students()).isEqualTo(3);
        assertThat(audience.half()).isEqualTo(Duration.ofSeconds(70));
        assertThat(audience.parts().subList(18, 32)).containsExactly(3., 3., 2., 2., 2., 2., 2., 3., 3., 3., 3., 3., 1.,
                1.);
        assertThat(audience.parts().subList(58, 72)).containsExactly(0., 0., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 0.,
                0.);
        assertThat(audience.parts().subList(88, 100)).containsExactly(0., 0., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1.);
        assertThat(studio()).contains("3 students; half of them stop at 1:10.", "role=\"img\"");
    }

    @Test
    void noOtherSchoolAndNoTrialCounts() throws Exception {
        say("position=40&watched=0-40");
        program.database().jdbc().sql("update student set trial = true where school_id = :school")
                .param("school", school.id()).update();
        aLessonWithAVideoOfAHundredSeconds();
        assertThat(audience("watched").getFirst().students()).isZero();
        say("position=10&watched=0-10");
        assertThat(audience("watched").getFirst().students()).isEqualTo(1);
    }

    @Test
    void twoTabsThatTellAtTheSameMomentLoseNothing() throws Exception {
        try (var tabs = Executors.newFixedThreadPool(8)) {
            var all = IntStream.range(0, 40).mapToObj(at -> (Callable<Integer>) () -> post("/learn/open/a/position",
                    "position=" + at + "&watched=" + 2 * at + "-" + (2 * at + 2)).statusCode()).toList();
            for (var answer : tabs.invokeAll(all))
                assertThat(answer.get()).isEqualTo(204);
        }
        assertThat(watched()).isEqualTo("{[0,80)}");
        assertThat(COMPLETIONS.of(school)).isZero();
    }

    @Test
    void aPageThatIsFetchedAheadIsNoVisit() throws Exception {
        Program.send(request("/learn/open/text").header("X-Sec-Purpose", "prefetch"));
        assertThat(get("/learn").body()).doesNotContain("/learn/open/text");
        get("/learn/open/text");
        assertThat(get("/learn").body()).contains("/learn/open/text");
    }

    /// Another video in the lesson.
    private void show(String video, int seconds) {
        jdbc().sql("""
                        with made as (
                            insert into video (school_id, hash, name, state, millis)
                            values (:school, :video, 'a.mp4', 'ready', 1000 * :seconds))
                        update lesson set video_hash = :video where school_id = :school and slug = 'a'
                        """)
                .param("school", school.id())
                .param("video", Hash.of(video).hex())
                .param("seconds", seconds)
                .update();
    }

    private List<Audience> audience(String video) {
        return program.bean(LessonAudiences.class)
                .of(school, program.bean(Videos.class).find(school, Hash.of(video)).orElseThrow());
    }

    private String studio() throws Exception {
        var ada = program.bean(Accounts.class).ensure(new EmailAddress("ada@example.org"));
        program.bean(Memberships.class).ensure(school, ada, Role.AUTHOR, "test");
        return Program.send(program.request(ada, "/studio/" + school.slug() + "/videos/" + Hash.of("watched"))
                .header("Host", "localhost")).body();
    }

    private void watched(String name, String ranges) {
        var student = program.bean(Students.class).ensure(school, new EmailAddress(name + "@example.org"));
        jdbc().sql("""
                        insert into progress (school_id, student_id, lesson_id, course_id, version_id, watched, seen_at)
                        select school_id, :student, content_id, course_id, version_id, :ranges::int4multirange, db_now()
                        from lesson where school_id = :school and slug = 'a'
                        """)
                .param("school", school.id())
                .param("student", student.id())
                .param("ranges", ranges)
                .update();
    }

    private void say(String form) throws Exception {
        assertThat(post("/learn/open/a/position", form).statusCode()).as(form).isEqualTo(204);
    }

    private String watched() {
        return one("select watched::text from progress where school_id = :school and watched is not null");
    }

    private double position() {
        return Double.parseDouble(
                one("select position_seconds::text from progress where school_id = :school and position_at is not null"));
    }

    private int done() {
        return Integer.parseInt(one("select count(*)::text from completion where school_id = :school"));
    }

    private String one(String sql) {
        return jdbc().sql(sql).param("school", school.id()).query((row, _) -> row.getString(1)).single();
    }

    private static JdbcClient jdbc() {
        return program.database().jdbc();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return Program.send(request(path));
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return Program.send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder request(String path) {
        return program.request(school, mia, path);
    }

    /// Hears each time that a lesson is done.
    private static final class CompletionCount
            implements
                ApplicationListener<PayloadApplicationEvent<LessonCompleted>> {

        private final Map<Long, Integer> heard = new ConcurrentHashMap<>();

        @Override
        public void onApplicationEvent(PayloadApplicationEvent<LessonCompleted> event) {
            heard.merge(event.getPayload().schoolId(), 1, Integer::sum);
        }

        int of(School school) {
            return heard.getOrDefault(school.id(), 0);
        }
    }
}
