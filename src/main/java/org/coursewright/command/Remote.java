package org.coursewright.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.coursewright.api.ApiError;
import org.coursewright.content.PushAnswer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A Coursewright server, spoken to over HTTP. What the network breaks is tried again for two
/// minutes; a server that was never there, for a moment.
final class Remote {

    static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final int TRIES = 18;
    private static final int TRIES_AT_FIRST = 4;
    private static final long LONGEST_WAIT_SECONDS = 60;
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

    private final URI url;
    private final String token;
    private final Progress progress;
    private volatile boolean reached;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    Remote(String url, String token, Progress progress) {
        this.url = URI.create(url);
        this.token = token;
        this.progress = progress;
    }

    String url() {
        return url.toString();
    }

    <T> T get(String path, Class<T> type) throws IOException {
        return read(text(request(path).GET()), type);
    }

    <T> T post(String path, Object body, Class<T> type) throws IOException {
        var json = BodyPublishers.ofString(JSON.writeValueAsString(body));
        return read(text(request(path).header("Content-Type", "application/json").POST(json)), type);
    }

    void postZip(String path, byte[] zip) throws IOException {
        var response = text(request(path)
                .header("Content-Type", "application/zip")
                .POST(BodyPublishers.ofByteArray(zip)));
        if (response.statusCode() != 204) throw refusal(response);
    }

    /// The caller closes it.
    InputStream open(String path) throws IOException {
        var response = send(request(path).GET().build(), BodyHandlers.ofInputStream());
        if (response.statusCode() == 200) return response.body();
        try (var body = response.body()) {
            throw refusal(response.statusCode(), new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /// A request that may be sent again; the answer whatever its status.
    HttpResponse<String> text(HttpRequest.Builder request) throws IOException {
        return send(request.build(), BodyHandlers.ofString());
    }

    /// A request that is sent once.
    HttpResponse<String> once(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stop);
        }
    }

    HttpRequest.Builder request(String path) {
        return request(url.resolve(path));
    }

    /// `*.localhost` is this machine, whatever the resolver says; the server goes by the name.
    HttpRequest.Builder request(URI address) {
        var builder = HttpRequest.newBuilder(isLocal(address) ? onLoopback(address) : address)
                .timeout(Duration.ofMinutes(10));
        if (isLocal(address)) builder.header("Host", address.getAuthority());
        return token.isEmpty() ? builder : builder.header("Authorization", "Bearer " + token);
    }

    /// Waits before the next try; gives up after the last.
    void pause(int attempt, IOException cause) throws IOException {
        if (attempt >= (reached ? TRIES : TRIES_AT_FIRST))
            throw new Refusal("Cannot reach " + url + " (" + reason(cause) + "). Is the server running? "
                    + "What was sent is kept; run the command again to go on.");
        if (attempt == 2) progress.say("The connection is gone; trying again …");
        try {
            Thread.sleep(Duration.ofMillis(Math.min(8_000, 125L << attempt)));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stop);
        }
    }

    Refusal refusal(HttpResponse<String> response) {
        return refusal(response.statusCode(), response.body());
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) throws IOException {
        for (int attempt = 1;; attempt++) {
            try {
                var response = http.send(request, body);
                reached = true;
                if (!passes(response) || attempt >= TRIES) return response;
                pause(attempt, new IOException("status " + response.statusCode()));
            } catch (IOException broken) {
                pause(attempt, broken);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", stop);
            }
        }
    }

    /// Whether it may be better in a moment; a server that says to come back much later means it.
    private static boolean passes(HttpResponse<?> response) {
        return PASSING.contains(response.statusCode())
                && response.headers().firstValueAsLong("Retry-After").orElse(0) <= LONGEST_WAIT_SECONDS;
    }

    private <T> T read(HttpResponse<String> response, Class<T> type) {
        boolean good = response.statusCode() < 300;
        boolean answered = type == PushAnswer.class && response.body().contains("\"outcome\"");
        if (!good && !answered) throw refusal(response);
        return JSON.readValue(response.body(), type);
    }

    private Refusal refusal(int status, String body) {
        try {
            return new Refusal(JSON.readValue(body, ApiError.class).error());
        } catch (JacksonException notOurs) {
            var text = body.strip();
            boolean sentence = !text.isEmpty() && text.length() < 500 && !text.startsWith("<");
            return new Refusal(sentence
                    ? text
                    : url + " answers with status " + status
                            + ". Is this the address of a Coursewright server?");
        }
    }

    private static boolean isLocal(URI address) {
        return address.getHost() != null && address.getHost().endsWith(".localhost");
    }

    private static URI onLoopback(URI address) {
        return URI.create(address.toString().replaceFirst("//[^/:]+", "//127.0.0.1"));
    }

    private static String reason(IOException cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
