package org.coursewright.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.coursewright.Program;
import org.coursewright.content.Revisions;
import org.coursewright.content.Version;
import org.coursewright.content.Versions;
import org.coursewright.identity.Account;
import org.coursewright.identity.Accounts;
import org.coursewright.identity.Memberships;
import org.coursewright.identity.Role;
import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.coursewright.school.Schools;
import org.coursewright.storage.Blobs;
import org.coursewright.storage.Received;
import org.coursewright.storage.Uploads;
import org.coursewright.video.ffmpeg.Clips;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A video that comes by the browser and takes the place of another one.
class ReplacementTest {

    private static final String LESSON = "courses/java/01-hello.md";

    @TempDir
    Path data;

    private final byte[] film = bytes(1_500_000);
    private Program program;
    private School school;
    private Account ada;

    @BeforeEach
    void aLessonWithAVideo(@TempDir Path folder) throws Exception {
        program = new Program(data, Map.of());
        school = program.bean(Schools.class).create(new Slug("ada"), "Ada's school").orElseThrow();
        ada = account("ada", school);
        Files.createDirectories(folder.resolve("courses/java"));
        Files.writeString(folder.resolve(LESSON), "# Hello\n\nWelcome to Java.\n");
        Files.write(folder.resolve("courses/java/01-hello.mp4"), bytes(1000));
        program.publish(school, folder);
    }

    @AfterEach
    void close() {
        program.close();
    }

    @Test
    void theNewVideoIsLiveAndTheLessonStaysTheSame() throws Exception {
        var before = lesson();
        var upload = sent(film, "take two.mov");
        var form = Program.send(request(ada, "/studio/ada/videos/replacements/new?upload=" + upload).GET());
        assertThat(form.body()).contains("take two.mov is here", "Hello · courses/java/01-hello.mp4");
        var place = program.bean(Revisions.class).head(school, "").orElseThrow().id() + "-" + before.contentId();
        var answer = replace(upload, place);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/studio/ada/videos");
        var after = lesson();
        assertThat(after.contentId()).isEqualTo(before.contentId());
        assertThat(after.files()).containsEntry("courses/java/01-hello.mp4", Hash.of(film));
        assertThat(program.bean(Videos.class).find(school, Hash.of(film))).isPresent();
        assertThat(replace(upload, place).headers().firstValue("Location")).as("sent twice")
                .contains("/studio/ada/videos");
        assertThat(program.bean(Revisions.class).head(school, "").orElseThrow().number()).isEqualTo(2);
    }

    @Test
    void whoSawAnOlderVideoIsAskedAgain() throws Exception {
        var place = program.bean(Revisions.class).head(school, "").orElseThrow().id() + "-" + lesson().contentId();
        replace(sent(film, "two.mp4"), place);
        var third = sent(bytes(2000), "three.mp4");
        assertThat(replace(third, place).headers().firstValue("Location"))
                .contains("/studio/ada/videos/replacements/new?upload=" + third);
        assertThat(lesson().files()).containsValue(Hash.of(film));
    }

    @Test
    void aVideoThatCameByItselfBecomesANewLessonBehindTheOthers() throws Exception {
        var upload = sent(film, "Über take two.mov");
        assertThat(Program.send(request(ada, "/studio/ada/videos").GET()).body())
                .contains("Not in a lesson yet", "Über take two.mov");
        var form = Program.send(request(ada, "/studio/ada/videos/replacements/new?upload=" + upload).GET()).body();
        var place = program.bean(NewLessons.class).places(school).getFirst();
        assertThat(place.folder()).isEqualTo("courses/java");
        assertThat(form).contains("value=\"Über take two\"", "value=\"" + place.value() + "\"");
        assertThat(newLesson(upload, place.value(), " ").headers().firstValue("Location"))
                .contains("/studio/ada/videos/replacements/new?upload=" + upload);
        var answer = newLesson(upload, place.value(), "Take \"two\": records");
        assertThat(answer.headers().firstValue("Location")).contains("/studio/ada/videos");
        var lessons = program.bean(Versions.class).live(school).ofKind("lesson");
        assertThat(lessons).extracting(Version::title).containsExactlyInAnyOrder("Hello", "Take \"two\": records");
        assertThat(lessons).flatExtracting(lesson -> lesson.files().keySet())
                .contains("courses/java/02-take-two-records.mov");
        assertThat(program.bean(Videos.class).find(school, Hash.of(film))).isPresent();
        assertThat(program.bean(LooseFiles.class).of(school)).isEmpty();
        assertThat(newLesson(upload, "1-courses/java", "Once more").headers().firstValue("Location"))
                .as("the course is another one by now")
                .contains("/studio/ada/videos/replacements/new?upload=" + upload);
    }

    @Test
    void oneThatNobodyWantsIsRemovedWithItsBytes() throws Exception {
        var upload = sent(film, "film.mp4");
        var files = program.bean(LooseFiles.class);
        assertThat(files.of(school)).extracting(Received::name).containsExactly("film.mp4");
        var bobs = program.bean(Schools.class).create(new Slug("bob"), "Bob's school").orElseThrow();
        files.remove(bobs, upload);
        var room = program.bean(Uploads.class).quota(school);
        var removed = Program.send(program.form(ada, "/studio/ada/videos/uploads/" + upload, "_method=delete")
                .header("Host", "localhost"));
        assertThat(removed.statusCode()).isEqualTo(303);
        assertThat(files.of(school)).isEmpty();
        assertThat(program.bean(Blobs.class).open(school, Hash.of(film))).isEmpty();
        assertThat(program.bean(Uploads.class).quota(school)).isEqualTo(room + film.length);

        var used = sent(bytes(1000), "old.mp4"); // the same bytes as the lesson's
        files.remove(school, used);
        assertThat(program.bean(Blobs.class).open(school, Hash.of(bytes(1000)))).isPresent();
    }

    @Test
    void aNewLessonIsCalledSoThatItComesLast() {
        var files = List.of("courses/java/9_hello.md", "courses/java/10_end.mp4", "courses/java/10_end.md", "a.md");
        assertThat(LessonName.next("courses/java", files, "Öfter & mehr")).isEqualTo("11_ofter-mehr");
        assertThat(LessonName.next("", files, "A")).isEqualTo("a-2");
        assertThat(LessonName.next("courses/go", List.of("courses/go/09-x.md"), "新")).isEqualTo("10-x");
    }

    @Test
    void nobodyElseSendsOrReplaces() throws Exception {
        var bobs = program.bean(Schools.class).create(new Slug("bob"), "Bob's school").orElseThrow();
        var bob = account("bob", bobs);
        assertThat(create(bob, film, "film.mp4").statusCode()).as("at another school").isEqualTo(401);
        var upload = sent(film, "film.mp4");
        assertThat(Program.send(request(bob, "/studio/bob/videos/replacements/new?upload=" + upload).GET())
                .statusCode()).isEqualTo(404);
        var foreign = tus(ada, "/uploads").header("Sec-Fetch-Site", "cross-site").header("Upload-Length", "5")
                .POST(BodyPublishers.noBody());
        assertThat(Program.send(foreign).statusCode()).as("from another site").isEqualTo(403);
        var plain = request(ada, "/uploads").header("Tus-Resumable", "1.0.0").header("Upload-Length", "5")
                .POST(BodyPublishers.noBody());
        assertThat(Program.send(plain).statusCode()).as("without the name of the school").isEqualTo(401);
    }

    @Test
    void aTextIsRefusedWithItsFirstPiece() throws Exception {
        var words = "A text that says it is a film. ".repeat(50_000).getBytes(StandardCharsets.UTF_8);
        var address = create(ada, words, "film.mp4").headers().firstValue("Location").orElseThrow();
        var answer = patch(URI.create(address).getPath(), words);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("This is a text file, not a video.");
    }

    @Test
    void aFilmWithoutPictureAndSoundIsRefusedWithItsFirstPieceAndAGoodOneIsNot(@TempDir Path folder) throws Exception {
        var words = Files.writeString(folder.resolve("words.srt"), "1\n00:00:00,000 --> 00:00:02,000\nHello.\n");
        var titles = List.of("-i", words.toString(), "-c:s");
        for (var film : List.of(
                Clips.make(folder, "words.mkv",
                        Stream.concat(titles.stream(), Stream.of("srt")).toArray(String[]::new)),
                Clips.make(folder, "words.mp4", Stream.concat(titles.stream(),
                        Stream.of("mov_text", "-movflags", "faststart")).toArray(String[]::new)))) {
            var bytes = Files.readAllBytes(film);
            var path = URI.create(create(ada, bytes, film.getFileName().toString()).headers().firstValue("Location")
                    .orElseThrow()).getPath();
            var answer = patch(path, bytes);
            assertThat(answer.body()).contains("The file holds no track that we can play.");
            assertThat(answer.statusCode()).isEqualTo(422);
        }
        assertThat(sent(Files.readAllBytes(Clips.clip(folder, "320x180", 25, 1)), "good.mp4")).isNotEmpty();
    }

    private Version lesson() {
        return program.bean(Versions.class).live(school).ofKind("lesson").getFirst();
    }

    private String sent(byte[] bytes, String name) throws Exception {
        var created = create(ada, bytes, name);
        assertThat(created.statusCode()).isEqualTo(201);
        var path = URI.create(created.headers().firstValue("Location").orElseThrow()).getPath();
        assertThat(patch(path, bytes).statusCode()).isEqualTo(204);
        return path.substring("/uploads/".length());
    }

    private HttpResponse<String> create(Account account, byte[] bytes, String name) throws Exception {
        var coded = Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
        return Program.send(tus(account, "/uploads").header("Upload-Length", "" + bytes.length)
                .header("Upload-Metadata", "filename " + coded).POST(BodyPublishers.noBody()));
    }

    private HttpResponse<String> patch(String path, byte[] bytes) throws Exception {
        return Program.send(tus(ada, path).header("Upload-Offset", "0")
                .header("Content-Type", "application/offset+octet-stream")
                .method("PATCH", BodyPublishers.ofByteArray(bytes)));
    }

    private HttpResponse<String> replace(String upload, String place) throws Exception {
        return Program.send(program.form(ada, "/studio/ada/videos/replacements",
                "upload=" + upload + "&place=" + place).header("Host", "localhost"));
    }

    private HttpResponse<String> newLesson(String upload, String place, String title) throws Exception {
        return Program.send(program.form(ada, "/studio/ada/videos/lessons", "upload=" + upload + "&place="
                + URLEncoder.encode(place, StandardCharsets.UTF_8) + "&title="
                + URLEncoder.encode(title, StandardCharsets.UTF_8)).header("Host", "localhost"));
    }

    private HttpRequest.Builder tus(Account account, String path) {
        return request(account, path).header("Tus-Resumable", "1.0.0").header("Coursewright-School", "ada");
    }

    private HttpRequest.Builder request(Account account, String path) {
        return program.request(account, path).header("Host", "localhost");
    }

    private Account account(String name, School at) {
        var account = program.bean(Accounts.class).ensure(new EmailAddress(name + "@example.org"));
        program.bean(Memberships.class).ensure(at, account, Role.OWNER, "test");
        return account;
    }

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
