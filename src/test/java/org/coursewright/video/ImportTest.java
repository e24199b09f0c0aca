package org.coursewright.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.coursewright.Program;
import org.coursewright.identity.Account;
import org.coursewright.identity.Accounts;
import org.coursewright.identity.Memberships;
import org.coursewright.identity.Role;
import org.coursewright.outbound.WebAddress;
import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Messages;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.coursewright.school.Schools;
import org.coursewright.storage.Intake;
import org.coursewright.storage.Received;
import org.coursewright.storage.Uploads;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/// A video that the server fetches from another one. 127.0.0.1 is allowed here, and nothing else inside.
class ImportTest {

    @TempDir
    static Path data;
    private static Program program;

    private final byte[] film = bytes(3_000_000);
    private OtherServer other;
    private School school;
    private Account ada;

    @BeforeAll
    static void start() {
        program = new Program(data, Map.of(), "--coursewright.outbound.networks=127.0.0.1",
                "--coursewright.imports.pause=5ms", "--coursewright.uploads.school=10MB",
                "--coursewright.uploads.largest=100MB");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @BeforeEach
    void aSchoolAndAnotherServer() {
        var slug = "s" + Math.abs(System.nanoTime() % 1_000_000_000);
        school = program.bean(Schools.class).create(new Slug(slug), "Ada's school").orElseThrow();
        ada = program.bean(Accounts.class).ensure(new EmailAddress(slug + "@example.org"));
        program.bean(Memberships.class).ensure(school, ada, Role.OWNER, "test");
        other = new OtherServer(film);
    }

    @AfterEach
    void close() {
        other.close();
    }

    @Test
    void aLostLineIsGoneOnWithWhereTheFileStopped() throws Exception {
        other.cuts.set(2);
        assertThat(fetch(other.at("/films/my%20film.mp4")).statusCode()).isEqualTo(303);
        var file = arrived();
        assertThat(file.name()).isEqualTo("my film.mp4");
        assertThat(file.blob().hash()).isEqualTo(Hash.of(film));
        assertThat(other.asked).hasSize(3).first().isEqualTo("/films/my film.mp4 null null");
        assertThat(other.asked.get(1)).matches(".* bytes=[1-9]\\d{5,6}- \"one\"");
        assertThat(program.bean(Imports.class).all(school)).isEmpty();
        var page = Program.send(request("/videos").GET()).body();
        assertThat(page).contains("my film.mp4", "Is here", "/videos/replacements/new?upload=" + file.code());
    }

    @Test
    void whereTheOtherServerCannotGoOnOrHasAnotherFileItBeginsAnew() throws Exception {
        other.cuts.set(1);
        fetch(other.at("/plain/one.mp4"));
        assertThat(arrived().blob().hash()).isEqualTo(Hash.of(film));
        assertThat(other.asked).hasSize(2);

        other.pause = 300;
        fetch(other.at("/films/two.mp4"));
        var file = cancelled();
        other.pause = 0;
        other.version = "\"two\"";
        post("/imports/" + file.code() + "/retry", "");
        until(() -> program.bean(Imports.class).all(school).isEmpty());
        assertThat(other.asked.getLast()).endsWith("\"one\"");
        assertThat(program.bean(Uploads.class).received(school)).hasSize(1); // the same bytes
    }

    @Test
    void oneThatIsCancelledGoesOnLaterOrIsForgotten() throws Exception {
        other.pause = 300;
        fetch(other.at("/films/slow.mp4"));
        var file = cancelled();
        var page = Program.send(request("/videos").GET()).body();
        assertThat(page).contains("Cancelled. What has come is kept for another try.", "from 127.0.0.1",
                "/imports/" + file.code() + "/retry");
        other.pause = 0;
        post("/imports/" + file.code() + "/retry", "");
        assertThat(arrived().blob().hash()).isEqualTo(Hash.of(film));
        assertThat(other.asked.getLast()).contains("bytes=");

        fetch(other.at("/nothing.mp4"));
        var lost = await(Import.State.FAILED);
        assertThat(post("/imports/" + lost.code(), "_method=delete").statusCode()).isEqualTo(303);
        assertThat(program.bean(Imports.class).all(school)).isEmpty();
    }

    @Test
    void aVideoThatTheSchoolHasInALessonIsToldApart() throws Exception {
        program.bean(Videos.class).ensure(school, Map.of(Hash.of(film), "courses/a/01.mp4"));
        fetch(other.at("/films/again.mp4"));
        assertThat(await(Import.State.FAILED).remark())
                .isEqualTo(Remark.of("video.import.known", "courses/a/01.mp4"));
    }

    /// As a process leaves it that is killed: told as running, with bytes that came after the last word of them.
    @Test
    void aProcessThatDiesIsFollowedByOneThatGoesOn() throws Exception {
        fetch(other.at("/nothing.mp4"));
        var lost = await(Import.State.FAILED);
        var intake = program.bean(Intake.class);
        var upload = ((Intake.Begun.Upload) intake.begin(school, "film.mp4", film.length, "ada")).code();
        intake.receive(school, upload, 0, new ByteArrayInputStream(film, 0, 2_000_000));
        program.database().jdbc().sql("""
                        update video_import
                        set state = 'running', address = :address, upload = :upload, size = :size, version = '"one"'
                        where school_id = :school and code = :code
                        """)
                .param("address", other.at("/films/film.mp4"))
                .param("upload", upload)
                .param("size", film.length)
                .param("school", school.id())
                .param("code", lost.code())
                .update();
        program.bean(Importing.class).run(new ImportVideo(school.id(), lost.code(), 0));
        assertThat(arrived().blob().hash()).isEqualTo(Hash.of(film));
        assertThat(other.asked).containsExactly("/films/film.mp4 bytes=2000000- \"one\"");
    }

    @Test
    void whateverGoesWrongIsSaidInASentence() throws Exception {
        var sentences = new HashMap<String, String>();
        sentences.put("/page", "is a web page, not a video.");
        sentences.put("/nothing.mp4", "has nothing at this address.");
        sentences.put("/secret.mp4", "gives this file only to those who sign in.");
        sentences.put("/busy.mp4", "too much to do (it answered 503).");
        sentences.put("/loop", "without an end.");
        sentences.put("/metadata", "leads into a private network");
        sentences.put("/words.mp4", "This is a text file, not a video.");
        sentences.put("/large.mp4", "large.mp4 has 15 MB; this school has room for");
        sentences.put("/vast.mp4", "one file may have at most 105 MB.");
        sentences.put("/endless.mp4", "does not say how large the file is");
        for (var path : sentences.keySet())
            assertThat(fetch(other.at(path)).statusCode()).isEqualTo(303);
        until(() -> program.bean(Imports.class).all(school).stream().allMatch(Import::failed));
        for (var file : program.bean(Imports.class).all(school))
            assertThat(file.remark()).isNotNull().extracting(remark -> remark.in(Messages.english())).asString()
                    .contains(sentences.get(file.address().uri().getPath()));
        assertThat(Program.send(request("/videos").GET()).body()).contains("This is a text file, not a video.");
        assertThat(program.bean(Uploads.class).quota(school)).as("nothing is kept of them").isEqualTo(10 << 20);
    }

    @Test
    void whatIsNoAddressStaysInTheForm() throws Exception {
        for (var typed : List.of("film.mp4", "file:///etc/passwd", "https://ada:secret@example.org/film.mp4")) {
            var answer = fetch(typed);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("This is no address of the web.", "value=\"" + typed + "\"");
        }
        assertThat(program.bean(Imports.class).all(school)).isEmpty();
    }

    @Test
    void oneThatIsTooSlowIsLeft() {
        var limits = new ImportLimits(Duration.ofHours(1), Duration.ofMinutes(1),
                DataSize.ofKilobytes(50), Duration.ofSeconds(1));
        assertThat(limits.exceeded(Duration.ofSeconds(59), 0)).isFalse();
        assertThat(limits.exceeded(Duration.ofSeconds(61), 0)).isTrue();
        assertThat(limits.exceeded(Duration.ofMinutes(11), 31_000_000)).isFalse();
        assertThat(limits.exceeded(Duration.ofMinutes(61), 1L << 40)).isTrue();
    }

    @Test
    void aNameIsTakenFromTheServerOrTheAddressAndSaysThatItIsAVideo() {
        assertThat(ImportName.of("../../Café.MOV", "")).isEqualTo("Café.MOV");
        assertThat(ImportName.of("C:\\films\\take 2", "video/webm; codecs=vp9")).isEqualTo("take 2.webm");
        assertThat(ImportName.of("", "")).isEqualTo("video.mp4");
        assertThat(ImportName.of("watch.php", "application/octet-stream")).isEqualTo("watch.php.mp4");
    }

    @Test
    void beyondTheRoomOfTheSchoolAnUploadIsRefusedBeforeItsFirstByte() throws Exception {
        assertThat(create(8_000_000).statusCode()).isEqualTo(201);
        var refused = create(8_000_000);
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("film.mp4 has 8 MB; this school has room for 3 MB.");
        assertThat(create(200_000_000).body()).contains("film.mp4 has 200 MB; one file may have at most 105 MB.");
        assertThat(program.database().jdbc().sql("select count(*) from upload where school_id = :school")
                .param("school", school.id()).query(Integer.class).single()).isOne();
    }

    @Test
    void nobodyElseFetchesOrSeesIt() throws Exception {
        fetch(other.at("/nothing.mp4"));
        var file = await(Import.State.FAILED);
        var bobs = program.bean(Schools.class).create(new Slug("bob" + school.slug()), "Bob's school").orElseThrow();
        var imports = program.bean(Imports.class);
        imports.retry(bobs, file.code());
        imports.cancel(bobs, file.code());
        imports.remove(bobs, file.code());
        assertThat(imports.find(bobs, file.code())).isEmpty();
        assertThat(imports.all(school)).hasSize(1).allMatch(Import::failed);
        assertThat(imports.all(bobs)).isEmpty();
        assertThat(WebAddress.parse(other.at("/nothing.mp4"))).contains(file.address());
    }

    private HttpResponse<String> create(long size) throws Exception {
        var name = Base64.getEncoder().encodeToString("film.mp4".getBytes(StandardCharsets.UTF_8));
        return Program.send(program.request(ada, "/uploads").header("Host", "localhost")
                .header("Tus-Resumable", "1.0.0").header("Coursewright-School", school.slug().value())
                .header("Upload-Length", "" + size).header("Upload-Metadata", "filename " + name)
                .POST(BodyPublishers.noBody()));
    }

    private HttpResponse<String> fetch(String address) throws Exception {
        return post("/imports", "address=" + URLEncoder.encode(address, StandardCharsets.UTF_8));
    }

    private HttpResponse<String> post(String path, String form) {
        try {
            return Program.send(program.form(ada, "/studio/" + school.slug() + path, form).header("Host", "localhost"));
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private HttpRequest.Builder request(String path) {
        return program.request(ada, "/studio/" + school.slug() + path).header("Host", "localhost");
    }

    private Import await(Import.State state) {
        until(() -> program.bean(Imports.class).all(school).stream().anyMatch(file -> file.state() == state));
        return program.bean(Imports.class).all(school).getFirst();
    }

    /// One that is stopped on its way, when what came of it is safe.
    private Import cancelled() {
        until(() -> program.bean(Imports.class).all(school).stream().anyMatch(file -> file.received() > 0));
        var file = program.bean(Imports.class).all(school).getFirst();
        post("/imports/" + file.code() + "/cancellation", "");
        until(() -> program.bean(Intake.class).progress(school,
                String.valueOf(file.upload())) instanceof Intake.Progress.Partly(var bytes) && bytes > 0);
        return file;
    }

    private Received arrived() {
        until(() -> !program.bean(Uploads.class).received(school).isEmpty());
        return program.bean(Uploads.class).received(school).getFirst();
    }

    private static void until(BooleanSupplier done) {
        for (var tries = 0; tries < 400; tries++) {
            if (done.getAsBoolean()) return;
            try {
                Thread.sleep(50);
            } catch (InterruptedException stop) {
                throw new AssertionError(stop);
            }
        }
        throw new AssertionError("it does not happen");
    }

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
