package org.coursewright.video.speech;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.coursewright.platform.RandomCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A service that speaks as OpenAI's `POST /v1/audio/transcriptions` does, with `verbose_json` for the times: OpenAI
/// itself, or whisper.cpp, faster-whisper and vLLM servers of one's own.
public final class ServiceTranscriber implements Transcriber {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofMinutes(60);
    private static final int LONGEST_REASON = 300;

    private final URI address;
    private final @Nullable String key;
    private final String model;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    /// @param base such as `https://api.openai.com`; `/v1/audio/transcriptions` is added
    /// @param key sent as a bearer token; a service of one's own may want none
    public ServiceTranscriber(URI base, @Nullable String key, String model) {
        this.address = URI.create(base.toString().replaceAll("/+$", "") + "/v1/audio/transcriptions");
        this.key = key;
        this.model = model;
    }

    @Override
    public Optional<String> fault() {
        return Optional.empty();
    }

    @Override
    public List<Utterance> transcribe(Path piece, String language, Path folder, BooleanSupplier goOn)
            throws NoTranscript, IOException, InterruptedException {
        var boundary = RandomCode.of(24);
        var request = HttpRequest.newBuilder(address).timeout(PATIENCE)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Accept", "application/json")
                .POST(form(piece, language, boundary));
        if (key != null) request.header("Authorization", "Bearer " + key);
        var sending = http.sendAsync(request.build(), BodyHandlers.ofString(UTF_8));
        while (true) {
            try {
                var answer = sending.get(1, TimeUnit.SECONDS);
                return read(answer.statusCode(), answer.body());
            } catch (TimeoutException _) {
                if (goOn.getAsBoolean()) continue;
                sending.cancel(true);
                return List.of();
            } catch (ExecutionException failed) {
                throw failure(failed.getCause());
            } catch (CancellationException _) {
                return List.of();
            } catch (InterruptedException stopped) {
                sending.cancel(true);
                throw stopped;
            }
        }
    }

    private IOException failure(@Nullable Throwable cause) {
        var reason = cause instanceof HttpTimeoutException ? "did not answer within an hour" : "cannot be reached";
        return new IOException(address.getHost() + " " + reason, cause);
    }

    private List<Utterance> read(int status, String body) throws NoTranscript, IOException {
        if (status == 429 || status >= 500) throw new IOException(address.getHost() + " answered " + status);
        if (status / 100 != 2)
            throw new NoTranscript(address.getHost() + " answered " + status + ": " + reason(body));
        JsonNode answer;
        try {
            answer = JSON.readTree(body);
        } catch (JacksonException _) {
            throw new NoTranscript(address.getHost() + " answered with something that is no JSON.");
        }
        if (!answer.path("segments").isArray())
            throw new NoTranscript("The model " + model + " of " + address.getHost()
                    + " tells no times. Choose one that knows verbose_json, such as whisper-1.");
        var heard = new ArrayList<Utterance>();
        for (var segment : answer.path("segments")) {
            var start = Math.max(0, Math.round(segment.path("start").asDouble(-1) * 1000));
            var end = Math.round(segment.path("end").asDouble(-1) * 1000);
            var text = segment.path("text").asString("").strip();
            if (end > start && !text.isEmpty()) heard.add(new Utterance(start, end, text));
        }
        return heard;
    }

    private static String reason(String body) {
        try {
            var said = JSON.readTree(body).path("error");
            var text = said.isString() ? said.asString() : said.path("message").asString("");
            if (!text.isEmpty()) return text.substring(0, Math.min(text.length(), LONGEST_REASON));
        } catch (JacksonException _) {
            // then what it says is shown as it is
        }
        return body.strip().substring(0, Math.min(body.strip().length(), LONGEST_REASON));
    }

    private BodyPublisher form(Path piece, String language, String boundary) throws IOException {
        var text = new StringBuilder();
        field(text, boundary, "model", model);
        field(text, boundary, "language", language.split("-", 2)[0].toLowerCase(Locale.ROOT));
        field(text, boundary, "response_format", "verbose_json");
        field(text, boundary, "temperature", "0");
        text.append("--").append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"file\"; filename=\"piece.wav\"\r\n")
                .append("Content-Type: audio/wav\r\n\r\n");
        return BodyPublishers.concat(BodyPublishers.ofString(text.toString()), BodyPublishers.ofFile(piece),
                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
    }

    private static void field(StringBuilder text, String boundary, String name, String value) {
        text.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"").append(name)
                .append("\"\r\n\r\n").append(value).append("\r\n");
    }
}
