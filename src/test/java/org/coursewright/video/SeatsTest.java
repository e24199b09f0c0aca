package org.coursewright.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.coursewright.Program;
import org.coursewright.identity.Account;
import org.coursewright.identity.Accounts;
import org.coursewright.identity.Browser;
import org.coursewright.identity.Memberships;
import org.coursewright.identity.Role;
import org.coursewright.identity.Student;
import org.coursewright.identity.Students;
import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.coursewright.school.Schools;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// At how many browsers a student watches, through the real program.
class SeatsTest {

    private static final AtomicInteger SCHOOLS = new AtomicInteger();
    private static final Hash VIDEO = Hash.of("watched");
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

    @TempDir
    static Path data;
    @TempDir
    static Path folder;
    private static Program program;
    private static Account owner;

    private School school;
    private Student mia;

    /// One of Mia's browsers: its cookie.
    private record Device(String session) {

        Browser browser() {
            return new Browser(Hash.of(session).hex().substring(0, 16), "Firefox, Linux");
        }
    }

    @BeforeAll
    static void start() throws Exception {
        program = new Program(data, Map.of());
        owner = program.bean(Accounts.class).ensure(new EmailAddress("ada@example.org"));
        var lesson = folder.resolve("courses/open/1-a.md");
        Files.createDirectories(lesson.getParent());
        Files.writeString(lesson, "---\nfree: true\n---\nAlpha");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @BeforeEach
    void aSchoolWhereAStudentWatchesAtOneDeviceAtATime() throws Exception {
        jdbc().sql("update clock_offset set shift = interval '0'").update();
        school = school();
        mia = program.bean(Students.class).ensure(school, new EmailAddress("mia@example.org"));
        allow(1);
    }

    @Test
    void theSecondDeviceIsToldWhereTheFirstOneWatchesAndGetsNothing() throws Exception {
        var laptop = device("laptop");
        var phone = device("phone");
        assertThat(fetch(laptop)).isEqualTo(204);
        later("2 minutes");
        assertThat(playsOn(laptop).statusCode()).isEqualTo(204);
        assertThat(fetch(phone)).isEqualTo(403);
        var refused = ask(phone, "");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).matches("\\{\"others\":1,\"browser\":\"Firefox, Linux\",\"seconds\":1[12]\\d}");
        assertThat(fetch(laptop)).isEqualTo(204);
    }

    @Test
    void whoTakesTheSeatOverWatchesAndTheOtherOneStopsWhateverItsTokenSays() throws Exception {
        var laptop = device("laptop");
        var phone = device("phone");
        assertThat(fetch(laptop)).isEqualTo(204);
        assertThat(ask(phone, "instead=true").statusCode()).isEqualTo(204);
        assertThat(fetch(phone)).isEqualTo(204);
        var told = playsOn(laptop);
        assertThat(told.statusCode()).isEqualTo(409);
        assertThat(told.body()).contains("\"others\":1");
        assertThat(one("select position_seconds::text from progress where school_id = :school")).isEqualTo("7.00");
        assertThat(anotherNode().admits(school, viewer(laptop), FIREFOX)).isFalse();
        assertThat(ask(laptop, "instead=true").statusCode()).isEqualTo(204);
        assertThat(fetch(laptop)).isEqualTo(204);
        assertThat(anotherNode().admits(school, viewer(phone), FIREFOX)).isFalse();
    }

    @Test
    void aDeviceThatIsLostFreesItsPlaceAfterAMinute() throws Exception {
        var laptop = device("laptop");
        var phone = device("phone");
        assertThat(fetch(laptop)).isEqualTo(204);
        later("55 seconds");
        assertThat(ask(phone, "").statusCode()).isEqualTo(409);
        later("61 seconds");
        assertThat(ask(phone, "").statusCode()).isEqualTo(204);
        assertThat(playsOn(laptop).statusCode()).as("found again").isEqualTo(409);
    }

    @Test
    void whoStandsStillOrLeavesIsNotCounted() throws Exception {
        var laptop = device("laptop");
        var phone = device("phone");
        assertThat(fetch(laptop)).isEqualTo(204);
        assertThat(tell(laptop, "position=7&still=true").statusCode()).isEqualTo(204);
        assertThat(ask(phone, "").statusCode()).isEqualTo(204);
        assertThat(tell(laptop, "position=3&age=4000").statusCode()).as("told late").isEqualTo(204);
        assertThat(playsOn(phone).statusCode()).isEqualTo(204);
    }

    @Test
    void theTabsOfOneBrowserShareASeat() throws Exception {
        var laptop = device("laptop");
        for (var tab = 0; tab < 3; tab++) {
            assertThat(ask(laptop, "").statusCode()).isEqualTo(204);
            assertThat(playsOn(laptop).statusCode()).isEqualTo(204);
        }
        assertThat(one("select count(*)::text from seat where school_id = :school")).isEqualTo("1");
    }

    @Test
    void ofTenDevicesThatAskAtOnceOnTwoNodesThreeGetASeat() throws Exception {
        allow(3);
        var nodes = List.of(program.bean(Seats.class), anotherNode());
        var devices = IntStream.range(0, 10).mapToObj(number -> new Device("device-" + number)).toList();
        try (var all = Executors.newFixedThreadPool(10)) {
            var answers = all.invokeAll(IntStream.range(0, 10).mapToObj(number -> (Callable<Boolean>) () -> nodes
                    .get(number % 2).take(school, mia, devices.get(number).browser()).isEmpty()).toList());
            var seated = 0;
            for (var answer : answers)
                if (answer.get()) seated++;
            assertThat(seated).isEqualTo(3);
        }
        assertThat(one("select count(*)::text from seat where school_id = :school")).isEqualTo("3");
        assertThat(nodes.getLast().take(school, mia, device("new").browser()))
                .hasValueSatisfying(elsewhere -> assertThat(elsewhere.others()).isEqualTo(3));
    }

    @Test
    void theOneThatHasWatchedForLongestGivesItsSeatAway() throws Exception {
        allow(2);
        var first = device("first");
        var second = device("second");
        var third = device("third");
        assertThat(fetch(first)).isEqualTo(204);
        later("10 seconds");
        assertThat(fetch(second)).isEqualTo(204);
        later("20 seconds");
        assertThat(ask(third, "instead=true").statusCode()).isEqualTo(204);
        assertThat(playsOn(second).statusCode()).isEqualTo(204);
        assertThat(playsOn(first).statusCode()).isEqualTo(409);
    }

    @Test
    void theSameNumberAtAnotherSchoolIsAnotherStudent() throws Exception {
        var other = school();
        jdbc().sql("""
                insert into student (school_id, id, email) overriding system value
                values (:school, :id, 'mia@example.org')
                """).param("school", other.id()).param("id", mia.id()).update();
        allow(other, 1);
        var here = device("here").browser();
        var there = new Device("there").browser();
        var seats = program.bean(Seats.class);
        assertThat(seats.take(school, mia, here)).isEmpty();
        assertThat(seats.take(other, mia, there)).isEmpty();
        seats.takeOver(other, mia, here);
        seats.leave(other, mia, here);
        assertThat(anotherNode().admits(school, new Viewer.InBrowser(mia.id(), here.handle()), "")).isTrue();
        assertThat(seats.take(school, mia, there)).as("who sits here is counted here").isPresent();
    }

    @Test
    void whereNothingIsCountedNothingIsKept() throws Exception {
        allow(0);
        for (var name : List.of("laptop", "phone", "desk")) {
            var device = device(name);
            assertThat(fetch(device)).isEqualTo(204);
            assertThat(playsOn(device).statusCode()).isEqualTo(204);
            assertThat(ask(device, "").statusCode()).isEqualTo(204);
        }
        assertThat(one("select count(*)::text from seat where school_id = :school")).isEqualTo("0");
    }

    @Test
    void previewsAreNotCountedNorIsWhoIsNoLongerThere() {
        var seats = program.bean(Seats.class);
        assertThat(seats.admits(school, new Viewer.OfPreview("abc"), FIREFOX)).isTrue();
        assertThat(seats.admits(school, new Viewer.InBrowser(999_999, "0123456789abcdef"), FIREFOX)).isTrue();
        assertThat(one("select count(*)::text from seat where school_id = :school")).isEqualTo("0");
    }

    /// Another node knows the same tables and has a memory of its own.
    private static Seats anotherNode() {
        return new Seats(program.bean(VideoProtection.class), program.bean(Seating.class));
    }

    private static School school() throws Exception {
        var fresh = program.bean(Schools.class).create(new Slug("seats" + SCHOOLS.incrementAndGet()), "Seats")
                .orElseThrow();
        program.bean(Memberships.class).ensure(fresh, owner, Role.OWNER, "test");
        program.publish(fresh, folder);
        return fresh;
    }

    private void allow(int streams) throws Exception {
        allow(school, streams);
    }

    private static void allow(School school, int streams) throws Exception {
        var saved = Program.send(program.form(owner, "/studio/" + school.slug() + "/protection", "streams=" + streams)
                .header("Host", "localhost"));
        assertThat(saved.statusCode()).isEqualTo(303);
    }

    private Device device(String name) {
        var device = new Device(school.slug() + "-" + name);
        jdbc().sql("""
                insert into session (school_id, token_hash, student_id, created_at, seen_at, expires_at)
                values (:school, :hash, :student, now(), now(), now() + interval '1 day')
                """)
                .param("school", school.id())
                .param("hash", Hash.of(device.session()).bytes())
                .param("student", mia.id())
                .update();
        return device;
    }

    private static void later(String time) {
        jdbc().sql("update clock_offset set shift = :time::interval").param("time", time).update();
    }

    private Viewer viewer(Device device) {
        return new Viewer.InBrowser(mia.id(), device.browser().handle());
    }

    /// What a player or a cache asks before each part of the media.
    private int fetch(Device device) throws Exception {
        var folder = program.bean(PlaybackTokens.class).issue(school, viewer(device), VIDEO, List.of()).poster()
                .replace("poster.webp", "");
        return Program.send(program.request(school, folder + "access").header("User-Agent", FIREFOX)).statusCode();
    }

    private HttpResponse<String> ask(Device device, String form) throws Exception {
        return post(device, "/media/seat", form);
    }

    private HttpResponse<String> playsOn(Device device) throws Exception {
        return tell(device, "position=7&watched=0-7");
    }

    private HttpResponse<String> tell(Device device, String form) throws Exception {
        return post(device, "/learn/open/a/position", form);
    }

    private HttpResponse<String> post(Device device, String path, String form) throws Exception {
        return Program.send(program.request(school, path)
                .header("Cookie", "session=" + device.session())
                .header("User-Agent", FIREFOX)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private String one(String sql) {
        return jdbc().sql(sql).param("school", school.id()).query((row, _) -> row.getString(1)).single();
    }

    private static JdbcClient jdbc() {
        return program.database().jdbc();
    }
}
