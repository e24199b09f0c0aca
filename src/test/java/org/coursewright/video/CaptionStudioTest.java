package org.coursewright.video;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.coursewright.Program;
import org.coursewright.content.Revisions;
import org.coursewright.content.Versions;
import org.coursewright.identity.Account;
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
import org.coursewright.storage.Blobs;
import org.coursewright.video.ffmpeg.Clips;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// From a spoken word to a caption that its author mended: with pocketsphinx of Debian as the operator's command.
@Tag("video")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CaptionStudioTest {

    private static final String LESSON = "courses/open/01-hello";
    private static final Pattern TRACK = Pattern.compile("<track [^>]*>");
    private static final Pattern BASES = Pattern.compile("name=\"bases\" value=\"([0-9,]+)\"");

    /// Each word with its times is a caption of its own: what belongs together is for us to see.
    private static final String SPHINX = """
            pocketsphinx_continuous -infile "$1" -time yes -logfn /dev/null | awk '
                function clock(s) { return sprintf("%02d:%02d:%06.3f", s / 3600, s % 3600 / 60, s % 60) }
                BEGIN { print "WEBVTT" }
                NF == 4 && $1 ~ /^[a-z]/ && $4 ~ /^[0-9.]+$/ {
                    sub(/\\(.*/, "", $1)
                    print "\\n" clock($2) " --> " clock($3) "\\n" $1
                }' > "$2.vtt"
            """;

    @TempDir
    static Path data;

    @TempDir
    static Path folder;

    private Program program;
    private School school;
    private Account ada;
    private Student mia;
    private Hash video;
    private String studio;

    @BeforeAll
    void aSpokenLesson() throws Exception {
        Clips.lendTo(data);
        var script = Files.writeString(folder.resolve("sphinx.sh"), SPHINX);
        program = new Program(data, Map.of(), "--coursewright.captions.command=/bin/sh " + script + " {wav} {out}");
        school = program.bean(Schools.class).create(new Slug("ada"), "Ada's school").orElseThrow();
        ada = account("ada", school);
        mia = program.bean(Students.class).ensure(school, new EmailAddress("mia@example.org"));
        var course = Files.createDirectories(folder.resolve("school/courses/open"));
        Files.writeString(course.resolve("course.yaml"), "title: Open\n");
        Files.writeString(course.resolve("01-hello.md"), "---\nfree: true\n---\n# Hello\n\nListen.\n");
        Files.writeString(course.resolve("02-buckets.md"), "# Buckets\n\nA **bucket** holds <b>objects</b>.\n");
        Clips.make(course, "01-hello.mp4", "-i", Path.of("src/test/resources/speech/inaugural.ogg").toAbsolutePath()
                .toString(), "-f", "lavfi", "-i", "testsrc2=size=320x180:rate=10", "-shortest", "-map", "1:v", "-map",
                "0:a", "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac");
        Files.delete(course.resolve("01-hello.mp4.log"));
        program.publish(school, folder.resolve("school"));
        video = Hash.of(Files.readAllBytes(course.resolve("01-hello.mp4")));
        studio = "/studio/ada/videos/" + video;
        for (var end = Instant.now().plus(Duration.ofSeconds(90)); heard().isEmpty();) {
            if (Instant.now().isAfter(end))
                throw new AssertionError(program.bean(Transcriptions.class).of(school, video));
            Thread.sleep(200);
        }
    }

    @AfterAll
    void close() {
        program.close();
    }

    @Test
    @Order(1)
    void aNewVideoIsWrittenDownByItself() throws Exception {
        var cues = program.bean(Captions.class).cues(school, video, heard().getFirst());
        assertThat(cues).anySatisfy(cue -> {
            assertThat(cue.text()).contains("country");
            assertThat(cue.startMillis()).isLessThan(5_950);
            assertThat(cue.endMillis()).isBetween(6_400L, 9_000L);
        });
        var track = track();
        assertThat(track).contains("srclang=\"en\"", "label=\"English (automatic)\"", "-auto.vtt");
        assertThat(file(track)).startsWith("WEBVTT").contains("country");
        assertThat(get("/studio/ada/videos/" + video).body()).contains("Written by a recogniser", "Read and keep");
        assertThat(program.bean(Transcriptions.class).of(school, video)).extracting(Transcription::state)
                .containsExactly(Transcription.State.DONE);
    }

    @Test
    @Order(2)
    void whatCannotBeReadComesBackWithItsLineAndNothingIsLost() throws Exception {
        var answer = keep("en", "WEBVTT\n\n00:03.000 --> 00:02.000\nMy <fine> words\n", bases("en"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Line 3: the caption ends before it starts", "My &lt;fine");
        assertThat(program.bean(Revisions.class).head(school, "").orElseThrow().number()).isEqualTo(1);
    }

    @Test
    @Order(3)
    void whatAnAuthorKeepsIsAFileBesideTheLessonAndReplacesTheAutomaticOne() throws Exception {
        var page = get(studio + "/captions/en").body();
        assertThat(page).contains("country", "What you keep becomes " + LESSON + ".en.vtt", "<cw-captions");
        var bases = bases("en");
        var mended = "WEBVTT\n\n00:00:05.300 --> 00:00:07.000\nask not what your country\n";
        assertThat(keep("en", mended, bases).statusCode()).isEqualTo(303);
        var lesson = program.bean(Versions.class).live(school).ofKind("lesson").getFirst();
        var kept = Objects.requireNonNull(lesson.files().get(LESSON + ".en.vtt"));
        assertThat(program.bean(Blobs.class).text(school, kept)).contains(mended);
        var track = track();
        assertThat(track).contains("label=\"English\"").doesNotContain("-auto");
        assertThat(file(track)).contains("ask not what your country");
        assertThat(keep("en", mended, bases).statusCode()).as("sent twice").isEqualTo(303);
        assertThat(program.bean(Revisions.class).head(school, "").orElseThrow().number()).isEqualTo(2);
        var other = keep("en", mended.replace("ask", "do"), bases);
        assertThat(other.statusCode()).as("from a page that is older").isEqualTo(422);
        assertThat(other.body()).contains("were changed by ada@example.org", "do not what your country");
    }

    @Test
    @Order(4)
    void studentsFindTheSecondAtWhichAWordIsSaid() throws Exception {
        var found = get("/learn/open?q=countries", mia).body();
        assertThat(found).contains("“countries” is in one lesson.", "/learn/open/hello?t=5",
                "ask not what your <mark>country</mark>", "Only lessons that are open to you were searched.");
        assertThat(get("/learn/open?q=hungry", mia).body()).as("what the recogniser had heard")
                .contains("Nothing says “hungry”");
        assertThat(get("/learn/open?q=object", mia).body()).as("a lesson that is locked").contains("Nothing says");
        assertThat(get("/learn/open?q=%22%3Cb%3E%26%7C%21:*", mia).statusCode()).isEqualTo(200);
        Program.send(program.request(school, mia, "/learn/open/enrolment").header("Origin", "http://ada.localhost")
                .POST(BodyPublishers.noBody()));
        assertThat(get("/learn/open?q=object", mia).body())
                .contains("href=\"/learn/open/buckets\"", "<mark>objects</mark>").doesNotContain("<b>objects");
    }

    @Test
    @Order(5)
    void aSubRipFileOfAnotherLanguageComesIn() throws Exception {
        var answer = upload("de", "1\n00:00:05,300 --> 00:00:07,000\nfragt <i>nicht</i>, was euer Land\n");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(get("/learn/open/hello", mia).body()).contains("srclang=\"de\"", "label=\"Deutsch\"");
        var page = get(studio + "/captions/de").body();
        assertThat(page).contains("fragt nicht, was euer Land", "Kept in " + LESSON + ".de.vtt");
        assertThat(upload("de", "no captions at all").statusCode()).isEqualTo(422);
        assertThat(upload("x y", "").headers().firstValue("Location")).hasValue(studio + "#captions");
    }

    @Test
    @Order(6)
    void theAutomaticOnesAreAskedForAndRemoved() throws Exception {
        var transcriptions = program.bean(Transcriptions.class);
        assertThat(post(studio + "/transcriptions/en", "_method=delete").statusCode()).isEqualTo(303);
        assertThat(transcriptions.of(school, video)).isEmpty();
        assertThat(get("/learn/open/hello", mia).body()).contains("label=\"English\"").doesNotContain("-auto.vtt");
        assertThat(post(studio + "/transcriptions", "language=en").statusCode()).isEqualTo(303);
        assertThat(post(studio + "/transcriptions", "language=en").statusCode()).as("sent twice").isEqualTo(303);
        assertThat(transcriptions.of(school, video)).extracting(Transcription::language).containsExactly("en");
        assertThat(program.database().jdbc().sql("select tries from transcription").query(Integer.class).single())
                .isZero();
        assertThat(post(studio + "/transcriptions/en", "_method=delete").statusCode()).isEqualTo(303);
    }

    @Test
    @Order(7)
    void nobodyOfAnotherSchoolReadsOrWritesThem() throws Exception {
        var bobs = program.bean(Schools.class).create(new Slug("bob"), "Bob's school").orElseThrow();
        var bob = account("bob", bobs);
        var foreign = "/studio/bob/videos/" + video;
        assertThat(Program.send(request(bob, foreign + "/captions/en").GET()).statusCode()).isEqualTo(404);
        assertThat(Program.send(request(bob, studio + "/captions/en").GET()).statusCode()).isEqualTo(404);
        assertThat(Program.send(program.form(bob, foreign + "/captions/en", "text=WEBVTT").header("Host", "localhost"))
                .statusCode()).isEqualTo(404);
        assertThat(program.bean(Transcriptions.class).ask(bobs, video, "en")).isFalse();
        assertThat(program.bean(Transcriptions.class).of(bobs, video)).isEmpty();
    }

    private List<CaptionTrack> heard() {
        return program.bean(Videos.class).find(school, video).map(Video::transcripts).orElse(List.of());
    }

    private String track() throws Exception {
        var found = TRACK.matcher(get("/learn/open/hello", mia).body());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private String file(String track) throws Exception {
        return get(track.replaceAll(".* src=\"([^\"]+)\".*", "$1"), mia).body();
    }

    private String bases(String language) throws Exception {
        var found = BASES.matcher(get(studio + "/captions/" + language).body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private HttpResponse<String> keep(String language, String text, String bases) throws Exception {
        return post(studio + "/captions/" + language, "bases=" + bases + "&text=" + URLEncoder.encode(text, UTF_8));
    }

    private HttpResponse<String> upload(String language, String text) throws Exception {
        var body = "--edge\r\nContent-Disposition: form-data; name=\"language\"\r\n\r\n" + language
                + "\r\n--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.srt\"\r\n"
                + "Content-Type: application/x-subrip\r\n\r\n" + text + "\r\n--edge--\r\n";
        return Program.send(request(ada, studio + "/captions")
                .header("Content-Type", "multipart/form-data; boundary=edge").POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return Program.send(request(ada, path).GET());
    }

    private HttpResponse<String> get(String path, Student student) throws Exception {
        return Program.send(program.request(school, student, path).GET());
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return Program.send(program.form(ada, path, form).header("Host", "localhost"));
    }

    private HttpRequest.Builder request(Account account, String path) {
        return program.request(account, path).header("Host", "localhost");
    }

    private Account account(String name, School at) {
        var account = program.bean(Accounts.class).ensure(new EmailAddress(name + "@example.org"));
        program.bean(Memberships.class).ensure(at, account, Role.OWNER, "test");
        return account;
    }
}
