package org.coursewright.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.coursewright.Program;
import org.coursewright.identity.Student;
import org.coursewright.identity.Students;
import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.coursewright.school.Schools;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two processes with one database and one bucket are one school.
class S3SchoolTest {

    private static final Pattern FILE = Pattern.compile("/files/[0-9.]+[A-Za-z0-9_-]+/[0-9a-f]{64}/data.bin");

    @TempDir
    static Path folder;
    private static Program one;
    private static Program two;
    private static School school;
    private static Student mia;

    private static final byte[] DATA = StorageContract.bytes(5, 12_000_000);

    @BeforeAll
    static void start() throws Exception {
        var storage = "--coursewright.storage=" + S3Server.shared().bucket();
        Map<String, Object> beans = Map.of(
                "tokensOfTheTest", (UploadAccess) _ -> Optional.of(new Uploader(school, "ada", true)));
        one = new Program(folder.resolve("one"), beans, storage);
        two = one.node(folder.resolve("two"), beans, storage);
        school = one.bean(Schools.class).create(new Slug("ada"), "Ada").orElseThrow();
        mia = one.bean(Students.class).ensure(school, new EmailAddress("mia@example.org"));
    }

    @AfterAll
    static void stop() {
        two.close();
        one.close();
    }

    @Test
    void aFileThatTwoProcessesReceivedIsServedInRangesAndOnlyToWhomItIsOpen() throws Exception {
        var upload = upload();
        assertThat(patch(one, upload, 0, 5_000_000)).isEqualTo(204);
        assertThat(patch(two, upload, 5_000_000, 5_500_000)).isEqualTo(204);
        assertThat(patch(one, upload, 5_500_000, DATA.length)).isEqualTo(204);
        assertThat(two.bean(Blobs.class).find(school, Hash.of(DATA))).isPresent();

        publish();
        assertThat(Program.send(two.request(school, mia, "/learn/open/a")).statusCode()).isEqualTo(403);
        assertThat(get(two, "/files/public/" + Hash.of(DATA).hex() + "/data.bin").statusCode()).isEqualTo(404);
        Program.send(one.request(school, mia, "/learn/open/enrolment").POST(BodyPublishers.noBody()));
        var match = FILE.matcher(Program.send(two.request(school, mia, "/learn/open/a")).body());
        assertThat(match.find()).isTrue();
        assertThat(Arrays.equals(get(two, match.group()).body(), DATA)).isTrue();
        var part = get(two, match.group(), "Range", "bytes=8388600-8388699");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 8388600-8388699/" + DATA.length);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(DATA, 8_388_600, 8_388_700));
        var tag = part.headers().firstValue("ETag").orElseThrow();
        assertThat(get(two, match.group(), "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get(two, match.group().replaceFirst("/files/[0-9]+", "/files/999")).statusCode()).isEqualTo(404);
        assertThat(get(two, "/").statusCode()).isEqualTo(200);
    }

    @Test
    void everyComponentIsWell() throws Exception {
        assertThat(Program.send(one.request("/health/ready")).body()).contains("\"storage\":\"up\"");
        assertThat(folder.resolve("one/storage")).doesNotExist();
    }

    private static String upload() throws Exception {
        var answer = Program.send(one.request("/uploads")
                .POST(BodyPublishers.noBody())
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", "" + DATA.length)
                .header("Upload-Metadata", "filename " + base64("data.bin") + ",sha256 "
                        + base64(Hash.of(DATA).hex())));
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst(".*(/uploads/)", "$1");
    }

    private static int patch(Program node, String upload, int from, int to) throws Exception {
        return Program.send(node.request(upload)
                .method("PATCH", BodyPublishers.ofByteArray(DATA, from, to - from))
                .header("Tus-Resumable", "1.0.0")
                .header("Content-Type", "application/offset+octet-stream")
                .header("Upload-Offset", "" + from)).statusCode();
    }

    private static void publish() throws Exception {
        var course = Files.createDirectories(folder.resolve("school/courses/open"));
        Files.writeString(course.resolve("1-a.md"), "---\nfiles: [data.bin]\n---\nAlpha text");
        Files.write(course.resolve("data.bin"), DATA);
        one.publish(school, folder.resolve("school"));
    }

    private static HttpResponse<byte[]> get(Program node, String path, String... headers) throws Exception {
        HttpRequest.Builder request = node.request(school, path);
        if (headers.length > 0) request.headers(headers);
        return Program.HTTP.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
