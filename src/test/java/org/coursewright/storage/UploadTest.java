package org.coursewright.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.coursewright.Program;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.coursewright.school.Schools;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadTest {

    @TempDir
    static Path data;
    private static Program program;
    private static School ada;
    private static School bob;

    private final byte[] film = bytes(3_000_000);

    @BeforeAll
    static void start() {
        program = new Program(
                data,
                Map.of("tokensOfTheTest", access(), "noGames", (UploadInspection) (name, size, start) -> start[0] == 'G'
                        ? Optional.of("This is a game, not a video.")
                        : Optional.empty()));
        ada = program.bean(Schools.class).create(new Slug("ada"), "Ada").orElseThrow();
        bob = program.bean(Schools.class).create(new Slug("bob"), "Bob").orElseThrow();
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void theServerSaysWhatItSpeaks() throws Exception {
        var options = Program.send(program.request("/uploads").method("OPTIONS", BodyPublishers.noBody()));
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(options.headers().firstValue("Tus-Version")).contains("1.0.0");
        assertThat(options.headers().firstValue("Tus-Extension"))
                .contains("creation,termination,checksum,expiration");
    }

    @Test
    void aFileInPartsBecomesABlob() throws Exception {
        var upload = create(film);
        assertThat(patch(upload, 0, Arrays.copyOf(film, 1_000_000)).statusCode()).isEqualTo(204);
        assertThat(offset(upload)).isEqualTo(1_000_000);
        assertThat(stored(ada, film)).isEmpty();
        assertThat(patch(upload, 1_000_000, Arrays.copyOfRange(film, 1_000_000, film.length)).statusCode())
                .isEqualTo(204);
        assertThat(stored(ada, film)).contains(film);
        assertThat(offset(upload)).isEqualTo(film.length);
    }

    @Test
    void aCutConnectionLosesNothingThatCame() throws Exception {
        var upload = create(film);
        try (var socket = new Socket("127.0.0.1", upload.getPort())) {
            var head = "PATCH " + upload.getPath() + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ada\r\n"
                    + "Tus-Resumable: 1.0.0\r\nContent-Type: application/offset+octet-stream\r\nUpload-Offset: 0\r\n"
                    + "Content-Length: " + film.length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(UTF_8));
            socket.getOutputStream().write(film, 0, 2_000_001);
        }
        long offset = awaitOffset(upload, 2_000_001);
        assertThat(patch(upload, offset, Arrays.copyOfRange(film, (int) offset, film.length)).statusCode())
                .isEqualTo(204);
        assertThat(stored(ada, film)).contains(film);
    }

    /// A client that hears that the last byte is there never asks again.
    @Test
    void whoeverHearsThatAllIsThereMayRelyOnIt() throws Exception {
        var file = bytes(1_234_567);
        var upload = create(file);
        try (var partial = program.bean(Storage.class).partial(code(upload))) { // as a process that died left it
            partial.append(file, file.length);
            partial.sync();
        }
        program.database().jdbc().sql("update upload set received = size where code = :code")
                .param("code", code(upload))
                .update();
        assertThat(offset(upload)).isEqualTo(file.length);
        assertThat(stored(ada, file)).contains(file);
    }

    @Test
    void aWrongOffsetIsRefused() throws Exception {
        var upload = create(film);
        assertThat(patch(upload, 5, film).statusCode()).isEqualTo(413);
        assertThat(patch(upload, 5, new byte[]{1}).statusCode()).isEqualTo(409);
        assertThat(offset(upload)).isZero();
    }

    @Test
    void aFileThatIsNotWhatWasAnnouncedIsRefusedInASentence() throws Exception {
        var upload = create(film);
        var other = film.clone();
        other[2_999_999]++;
        var response = patch(upload, 0, other);
        assertThat(response.statusCode()).isEqualTo(460);
        assertThat(response.body()).contains("it changed while it was sent");
        assertThat(stored(ada, film)).isEmpty();
        assertThat(head(upload).statusCode()).isEqualTo(404);
    }

    @Test
    void bytesThatChangedOnTheirWayAreNotKept() throws Exception {
        var upload = create(film);
        var sum = "sha256 " + Base64.getEncoder().encodeToString(Hash.of(film).bytes());
        var broken = film.clone();
        broken[7]++;
        var request = patching(upload, 0, broken).header("Upload-Checksum", sum);
        assertThat(Program.send(request).statusCode()).isEqualTo(460);
        assertThat(offset(upload)).isZero();
        assertThat(Program.send(patching(upload, 0, film).header("Upload-Checksum", sum)).statusCode())
                .isEqualTo(204);
        assertThat(stored(ada, film)).contains(film);
    }

    @Test
    void aWrongFileIsRefusedAfterItsFirstMegabyte() throws Exception {
        film[0] = 'G';
        var upload = create(film);
        var response = patch(upload, 0, Arrays.copyOf(film, 1 << 20));
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).isEqualTo("film.mp4: error: This is a game, not a video.\n");
        assertThat(head(upload).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsTooBigIsRefusedBeforeItIsSent() throws Exception {
        var response = Program.send(creating("ada", 30_000_000_000L, film));
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("film.mp4 has 30000 MB");
    }

    @Test
    void withoutAGoodTokenNothingIsTaken() throws Exception {
        assertThat(Program.send(creating("nobody", film.length, film)).statusCode()).isEqualTo(401);
        assertThat(Program.send(creating("reader", film.length, film)).statusCode()).isEqualTo(403);
    }

    @Test
    void anotherSchoolSeesNothing() throws Exception {
        var upload = create(film);
        var request = HttpRequest.newBuilder(upload)
                .HEAD()
                .header("Tus-Resumable", "1.0.0")
                .header("Authorization", "Bearer bob");
        assertThat(Program.send(request).statusCode()).isEqualTo(404);
        patch(upload, 0, film);
        assertThat(stored(ada, film)).isPresent();
        assertThat(stored(bob, film)).isEmpty();
    }

    @Test
    void anEndedUploadIsGone() throws Exception {
        var upload = create(film);
        var end = HttpRequest.newBuilder(upload)
                .DELETE()
                .header("Tus-Resumable", "1.0.0")
                .header("Authorization", "Bearer ada");
        assertThat(Program.send(end).statusCode()).isEqualTo(204);
        assertThat(head(upload).statusCode()).isEqualTo(404);
    }

    @Test
    void anExpiredUploadSaysSo() throws Exception {
        var upload = create(film);
        program.database()
                .jdbc()
                .sql("update upload set expires_at = now() - interval '1 minute' where code = :code")
                .param("code", code(upload))
                .update();
        assertThat(head(upload).statusCode()).isEqualTo(410);
    }

    @Test
    void twoSendersOfOneFileDoNotMix() throws Exception {
        var upload = create(film);
        program.database()
                .jdbc()
                .sql("""
                        update upload set locked_by = 'other', locked_until = now() + interval '1 minute'
                        where code = :code
                        """)
                .param("code", code(upload))
                .update();
        assertThat(patch(upload, 0, film).statusCode()).isEqualTo(423);
    }

    @Test
    void anotherVersionOfTheProtocolIsRefused() throws Exception {
        var request = program.request("/uploads").POST(BodyPublishers.noBody()).header("Tus-Resumable", "0.2.2");
        assertThat(Program.send(request).statusCode()).isEqualTo(412);
    }

    private static UploadAccess access() {
        return request -> switch (String.valueOf(request.getHeader("Authorization"))) {
            case "Bearer ada" -> Optional.of(new Uploader(ada, "ada", true));
            case "Bearer bob" -> Optional.of(new Uploader(bob, "bob", true));
            case "Bearer reader" -> Optional.of(new Uploader(ada, "reader", false));
            default -> Optional.empty();
        };
    }

    private static URI create(byte[] file) throws Exception {
        var response = Program.send(creating("ada", file.length, file));
        assertThat(response.statusCode()).isEqualTo(201);
        var location = URI.create(response.headers().firstValue("Location").orElseThrow());
        return program.url(location.getPath());
    }

    private static HttpRequest.Builder creating(String token, long length, byte[] file) {
        return program.request("/uploads")
                .POST(BodyPublishers.noBody())
                .header("Tus-Resumable", "1.0.0")
                .header("Authorization", "Bearer " + token)
                .header("Upload-Length", "" + length)
                .header("Upload-Metadata", "filename " + base64("film.mp4") + ",sha256 "
                        + base64(Hash.of(file).hex()));
    }

    private static HttpRequest.Builder patching(URI upload, long offset, byte[] bytes) {
        return HttpRequest.newBuilder(upload)
                .method("PATCH", BodyPublishers.ofByteArray(bytes))
                .header("Tus-Resumable", "1.0.0")
                .header("Authorization", "Bearer ada")
                .header("Content-Type", "application/offset+octet-stream")
                .header("Upload-Offset", "" + offset);
    }

    private static HttpResponse<String> patch(URI upload, long offset, byte[] bytes) throws Exception {
        return Program.send(patching(upload, offset, bytes));
    }

    private static HttpResponse<String> head(URI upload) throws Exception {
        return Program.send(HttpRequest.newBuilder(upload)
                .HEAD()
                .header("Tus-Resumable", "1.0.0")
                .header("Authorization", "Bearer ada"));
    }

    private static long offset(URI upload) throws Exception {
        return head(upload).headers().firstValueAsLong("Upload-Offset").orElseThrow();
    }

    private static long awaitOffset(URI upload, long least) throws Exception {
        for (int i = 0; i < 100 && offset(upload) < least; i++)
            Thread.sleep(50);
        return offset(upload);
    }

    private static Optional<byte[]> stored(School school, byte[] file) throws IOException {
        var object = program.bean(Blobs.class).open(school, Hash.of(file));
        if (object.isEmpty()) return Optional.empty();
        try (var in = object.get().open()) {
            return Optional.of(in.readAllBytes());
        }
    }

    private static String code(URI upload) {
        return upload.getPath().substring("/uploads/".length());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        new Random().nextBytes(bytes);
        bytes[0] = 'F';
        return bytes;
    }
}
