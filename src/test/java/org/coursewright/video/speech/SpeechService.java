package org.coursewright.video.speech;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/// A small server that speaks as `POST /v1/audio/transcriptions` of OpenAI does, and remembers what it was asked.
public final class SpeechService implements AutoCloseable {

    private static final Pattern BOUNDARY = Pattern.compile("multipart/form-data; boundary=(\\S+)");
    private static final Pattern NAME = Pattern.compile("name=\"([^\"]+)\"");

    private final HttpServer server;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Map<String, String> fields = new HashMap<>();
    private volatile byte[] file = {};
    private volatile String authorization = "";
    private volatile int status = 200;
    private volatile String answer = "{\"segments\":[]}";
    private volatile boolean waiting;

    public SpeechService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/audio/transcriptions", this::answer);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public void says(String json) {
        answers(200, json);
    }

    public void answers(int code, String body) {
        status = code;
        answer = body;
    }

    public void keepsWaiting() {
        waiting = true;
    }

    public Map<String, String> fields() {
        return fields;
    }

    public byte[] file() {
        return file;
    }

    public String authorization() {
        return authorization;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var type = BOUNDARY.matcher(exchange.getRequestHeaders().getFirst("Content-Type"));
            var body = new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1);
            var code = status;
            if (!exchange.getRequestMethod().equals("POST") || !type.matches()) code = 400;
            else
                read(body, type.group(1));
            authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            if (waiting) end.await();
            var bytes = answer.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(code, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(String body, String boundary) {
        for (var part : body.split(Pattern.quote("--" + boundary))) {
            var gap = part.indexOf("\r\n\r\n");
            var name = NAME.matcher(part);
            if (gap < 0 || !name.find()) continue;
            var value = part.substring(gap + 4, part.length() - 2);
            if (name.group(1).equals("file")) file = value.getBytes(ISO_8859_1);
            else
                fields.put(name.group(1), value);
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
    }
}
