package org.coursewright.video.cloudflare;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import org.coursewright.storage.StoredObject;
import org.coursewright.video.NotMade;
import org.coursewright.video.Remark;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What we ask of Cloudflare Stream. An answer that says "not so often" is waited for; what may go well another time is
/// an [IOException], what needs people is [NotMade].
final class StreamApi {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration PATIENCE_WITH_BYTES = Duration.ofMinutes(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int MOST_TRIES = 4;

    private final CloudflareAccount account;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE).build();

    StreamApi(CloudflareAccount account) {
        this.account = account;
    }

    /// A video that waits for its bytes.
    ///
    /// @param address where they go
    record Begun(String uid, URI address) {}

    /// Begins an upload of a video that only signed addresses will play (tus 1.0.0, creation).
    Begun begin(long size, String name) throws NotMade, IOException, InterruptedException {
        var answer = sent(tus(account.api())
                .header("Upload-Length", "" + size)
                .header("Upload-Metadata", "name " + base64(name) + ",requiresignedurls")
                .POST(BodyPublishers.noBody()), "begin");
        var uid = answer.headers().firstValue("stream-media-id").orElse("");
        var address = answer.headers().firstValue("Location").map(account.api()::resolve);
        if (!uid.matches("[A-Za-z0-9]{1,64}") || address.filter(account::trusts).isEmpty())
            throw new IOException("Cloudflare Stream did not say where the bytes go");
        return new Begun(uid, address.get());
    }

    /// How many bytes of an upload are there; empty where Cloudflare no longer knows it.
    OptionalLong offset(URI upload) throws NotMade, IOException, InterruptedException {
        var answer = send(tus(upload).method("HEAD", BodyPublishers.noBody()).timeout(PATIENCE));
        if (gone(answer)) return OptionalLong.empty();
        return OptionalLong.of(offset(checked(answer, "offset")));
    }

    /// Sends some bytes.
    ///
    /// @return how many are there then
    long append(URI upload, long offset, StoredObject object, long length)
            throws NotMade, IOException, InterruptedException {
        var bytes = BodyPublishers.ofInputStream(() -> open(object, offset, length));
        return offset(checked(send(tus(upload)
                .header("Content-Type", "application/offset+octet-stream")
                .header("Upload-Offset", "" + offset)
                .method("PATCH", BodyPublishers.fromPublisher(bytes, length))
                .timeout(PATIENCE_WITH_BYTES)), "append"));
    }

    Optional<StreamVideo> find(String uid) throws NotMade, IOException, InterruptedException {
        var answer = send(request(video(uid)).GET().timeout(PATIENCE));
        if (gone(answer)) return Optional.empty();
        return Optional.of(StreamVideo.of(read(checked(answer, "find").body()).path("result")));
    }

    /// Nothing happens where it is gone already.
    void delete(String uid) throws NotMade, IOException, InterruptedException {
        var answer = send(request(video(uid)).DELETE().timeout(PATIENCE));
        if (!gone(answer)) checked(answer, "delete");
    }

    private URI video(String uid) {
        return URI.create(account.api() + "/" + uid);
    }

    private HttpRequest.Builder tus(URI address) {
        return request(address).header("Tus-Resumable", "1.0.0");
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).header("Authorization", "Bearer " + account.token());
    }

    private HttpResponse<String> sent(HttpRequest.Builder request, String what)
            throws NotMade, IOException, InterruptedException {
        return checked(send(request.timeout(PATIENCE)), what);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        for (var tries = 1;; tries++) {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 429 || tries == MOST_TRIES) return answer;
            Thread.sleep(pause(answer));
        }
    }

    private static Duration pause(HttpResponse<String> answer) {
        var asked = answer.headers().firstValue("Retry-After").filter(text -> text.matches("[0-9]{1,4}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text))).orElse(Duration.ofSeconds(5));
        return asked.compareTo(LONGEST_PAUSE) < 0 ? asked : LONGEST_PAUSE;
    }

    private static boolean gone(HttpResponse<String> answer) {
        return answer.statusCode() == 404 || answer.statusCode() == 410;
    }

    private static HttpResponse<String> checked(HttpResponse<String> answer, String what) throws NotMade, IOException {
        var status = answer.statusCode();
        if (status / 100 == 2) return answer;
        var words = words(answer.body());
        var log = what + ": " + status + (words.isEmpty() ? "" : " " + words);
        if (status == 401 || status == 403) throw new NotMade(Remark.of("video.cloudflare.denied"), log);
        if (status >= 500 || status == 408 || status == 409 || status == 423 || status == 429 || gone(answer))
            throw new IOException("Cloudflare Stream answered " + log);
        throw new NotMade(Remark.of("video.cloudflare.refused"), log);
    }

    /// What stands in the envelope of every answer: `{"success", "errors": [{"code", "message"}], "result"}`.
    private static String words(String body) {
        try {
            var error = read(body).path("errors").path(0);
            return error.isMissingNode()
                    ? ""
                    : error.path("message").asString("") + " (" + error.path("code").asInt(0) + ")";
        } catch (IOException _) {
            return "";
        }
    }

    private static JsonNode read(String body) throws IOException {
        try {
            return JSON.readTree(body);
        } catch (JacksonException malformed) {
            throw new IOException("Cloudflare Stream answered no JSON", malformed);
        }
    }

    private static long offset(HttpResponse<String> answer) throws IOException {
        var offset = answer.headers().firstValue("Upload-Offset").orElse("");
        if (!offset.matches("[0-9]{1,15}")) throw new IOException("Cloudflare Stream did not say how much is there");
        return Long.parseLong(offset);
    }

    private static InputStream open(StoredObject object, long offset, long length) {
        try {
            return object.open(offset, length);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
