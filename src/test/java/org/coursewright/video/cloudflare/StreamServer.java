package org.coursewright.video.cloudflare;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A small server that speaks as Cloudflare Stream says that it does, and takes nothing else: the token of the API, the
/// rules of tus and of chunks, errors in the envelope, signed addresses.
final class StreamServer implements AutoCloseable {

    static final String ACCOUNT = "d467d4f0fcbcd9791b613bc3a9599cdc";
    static final String TOKEN = "the-token-of-the-api";
    static final String KEY = "8f926b2b01f383510025a78a4dcbf6a";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String STREAM = "/client/v4/accounts/" + ACCOUNT + "/stream";
    private static final String UPLOADS = "/client/v4/accounts/" + ACCOUNT + "/media/";
    private static final int STEP = 256 * 1024;
    private static final int SMALLEST = 20 * STEP;
    private static final int LARGEST = 800 * STEP;

    final Map<String, Video> videos = new ConcurrentHashMap<>();
    final List<String> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final KeyPair keys;
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile String token = TOKEN;
    private volatile boolean full;

    /// A video that somebody sends.
    static final class Video {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final long size;
        private final String name;
        private volatile String state = "pendingupload";
        private volatile String percent = "";
        private volatile String reason = "";
        private volatile String words = "";
        private volatile boolean plays;
        private volatile double duration = -1;

        private Video(long size, String name) {
            this.size = size;
            this.name = name;
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }

        String name() {
            return name;
        }

        void encode(String share, boolean alreadyPlays, double seconds) {
            state = "inprogress";
            percent = share;
            plays = alreadyPlays;
            duration = seconds;
        }

        void ready(double seconds) {
            state = "ready";
            percent = "100.000000";
            plays = true;
            duration = seconds;
        }

        void fail(String code, String text) {
            state = "error";
            reason = code;
            words = text;
        }
    }

    StreamServer() throws IOException, GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
                answer(exchange);
            }
        });
        server.start();
    }

    /// What the operator sets.
    String setting(Path folder) throws IOException {
        var host = "127.0.0.1:" + server.getAddress().getPort();
        return "cloudflare://" + ACCOUNT + "@" + host + "?endpoint=http://" + host + "&chunk=5"
                + "&token=" + Files.writeString(folder.resolve("token"), TOKEN + "\n")
                + "&key=" + Files.writeString(folder.resolve("key.json"), key())
                + "&webhook=" + Files.writeString(folder.resolve("webhook"), "the-secret-of-notices");
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void saysNotSoOften(int times) {
        busy.set(times);
    }

    void breaks(int times) {
        broken.set(times);
    }

    /// Loses the connection in the middle of what is sent, after the first chunk.
    void cutsTheLine(int times) {
        cuts.set(times);
    }

    void changesItsToken(String to) {
        token = to;
    }

    void isFull(boolean now) {
        full = now;
    }

    Video only() {
        if (videos.size() != 1) throw new AssertionError(videos.keySet());
        return videos.values().iterator().next();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (!path.startsWith("/client/v4/")) play(exchange, path);
        else if (!("Bearer " + token).equals(header(exchange, "Authorization")))
            refuse(exchange, 403, 10000, "Authentication error");
        else if (counted(busy)) {
            exchange.getResponseHeaders().set("Retry-After", "1");
            refuse(exchange, 429, 971, "Please wait and consider throttling your request speed");
        } else if (counted(broken)) refuse(exchange, 503, 10001, "Internal error");
        else if (path.equals(STREAM) && exchange.getRequestMethod().equals("POST")) begin(exchange);
        else if (path.startsWith(UPLOADS)) upload(exchange, videos.get(path.substring(UPLOADS.length())));
        else if (path.startsWith(STREAM + "/")) video(exchange, path.substring(STREAM.length() + 1));
        else
            refuse(exchange, 404, 7003, "Could not route to " + path);
    }

    private void begin(HttpExchange exchange) throws IOException {
        var length = header(exchange, "Upload-Length");
        var metadata = Arrays.asList(header(exchange, "Upload-Metadata").split(","));
        if (!header(exchange, "Tus-Resumable").equals("1.0.0")) refuse(exchange, 412, 10005, "no tus");
        else if (!length.matches("[1-9][0-9]*")) refuse(exchange, 400, 10005, "no Upload-Length");
        else if (!metadata.contains("requiresignedurls")) refuse(exchange, 400, 10005, "anybody could watch it");
        else if (full) refuse(exchange, 413, 10011, "Storage capacity exceeded");
        else {
            var uid = "%032x".formatted(numbers.incrementAndGet());
            var name = metadata.stream().filter(each -> each.startsWith("name ")).findFirst().orElseThrow();
            videos.put(uid, new Video(Long.parseLong(length),
                    new String(Base64.getDecoder().decode(name.substring(5)), StandardCharsets.UTF_8)));
            exchange.getResponseHeaders().set("Location", origin() + UPLOADS + uid + "?tusv2=true");
            exchange.getResponseHeaders().set("stream-media-id", uid);
            exchange.sendResponseHeaders(201, -1);
        }
    }

    private void upload(HttpExchange exchange, @Nullable Video video) throws IOException {
        if (video == null) refuse(exchange, 404, 10003, "Not found");
        else if (!header(exchange, "Tus-Resumable").equals("1.0.0")) refuse(exchange, 412, 10005, "no tus");
        else if (exchange.getRequestMethod().equals("HEAD")) offset(exchange, 200, video);
        else if (!header(exchange, "Content-Type").equals("application/offset+octet-stream"))
            refuse(exchange, 415, 10005, "no bytes");
        else if (!header(exchange, "Upload-Offset").equals("" + video.bytes.size()))
            refuse(exchange, 409, 10005, "another offset");
        else if (!fits(header(exchange, "Content-Length"), video)) refuse(exchange, 400, 10005, "no such chunk");
        else {
            if (video.bytes.size() > 0 && counted(cuts)) {
                video.bytes.write(exchange.getRequestBody().readNBytes(1_234_567));
                return;
            }
            video.bytes.write(exchange.getRequestBody().readAllBytes());
            if (video.bytes.size() == video.size) video.state = "queued";
            offset(exchange, 204, video);
        }
    }

    private static boolean fits(String length, Video video) {
        if (!length.matches("[0-9]+")) return false;
        var bytes = Long.parseLong(length);
        if (video.bytes.size() + bytes == video.size) return bytes <= LARGEST;
        return bytes >= SMALLEST && bytes <= LARGEST && bytes % STEP == 0 && video.bytes.size() + bytes < video.size;
    }

    private void video(HttpExchange exchange, String uid) throws IOException {
        var video = videos.get(uid);
        if (video == null) refuse(exchange, 404, 10003, "Not found");
        else if (exchange.getRequestMethod().equals("DELETE")) {
            videos.remove(uid);
            send(exchange, 200, "");
        } else
            send(exchange, 200, """
                {"success": true, "errors": [], "messages": [], "result": {"uid": "%s", "readyToStream": %s,
                "requireSignedURLs": true, "duration": %s, "status": {"state": "%s", "pctComplete": "%s",
                "errorReasonCode": "%s", "errorReasonText": "%s"}}}
                """.formatted(uid, video.plays, video.duration, video.state, video.percent, video.reason, video.words));
    }

    /// `/{token}/manifest/video.m3u8`, for those whose token is good now.
    private void play(HttpExchange exchange, String path) throws IOException {
        var parts = path.split("/");
        exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
        if (parts.length < 3 || !mayPlay(parts[1])) send(exchange, 401, "");
        else
            send(exchange, 200, "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nstream.m3u8\n");
    }

    private boolean mayPlay(String jwt) {
        var parts = jwt.split("\\.");
        if (parts.length != 3) return false;
        try {
            var head = JSON.readTree(Base64.getUrlDecoder().decode(parts[0]));
            var body = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(keys.getPublic());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            var video = videos.get(body.path("sub").asString());
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]))
                    && head.path("alg").asString().equals("RS256") && head.path("kid").asString().equals(KEY)
                    && body.path("kid").asString().equals(KEY)
                    && body.path("exp").asLong() > Instant.now().getEpochSecond() && video != null && video.plays;
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    private void offset(HttpExchange exchange, int status, Video video) throws IOException {
        exchange.getResponseHeaders().set("Upload-Offset", "" + video.bytes.size());
        exchange.getResponseHeaders().set("Tus-Resumable", "1.0.0");
        exchange.sendResponseHeaders(status, -1);
    }

    private String key() {
        var key = (RSAPrivateCrtKey) keys.getPrivate();
        var jwk = JSON.createObjectNode().put("use", "sig").put("kty", "RSA").put("kid", KEY).put("alg", "RS256")
                .put("n", text(key.getModulus())).put("e", text(key.getPublicExponent()))
                .put("d", text(key.getPrivateExponent())).put("p", text(key.getPrimeP()))
                .put("q", text(key.getPrimeQ())).put("dp", text(key.getPrimeExponentP()))
                .put("dq", text(key.getPrimeExponentQ())).put("qi", text(key.getCrtCoefficient()));
        var result = JSON.createObjectNode().put("id", KEY)
                .put("jwk", Base64.getEncoder().encodeToString(jwk.toString().getBytes(StandardCharsets.UTF_8)));
        return JSON.createObjectNode().put("success", true).set("result", result).toString();
    }

    private static String text(BigInteger number) {
        var bytes = number.toByteArray();
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static boolean counted(AtomicInteger times) {
        return times.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    private static String header(HttpExchange exchange, String name) {
        var value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private static void refuse(HttpExchange exchange, int status, int code, String message) throws IOException {
        send(exchange, status, """
                {"success": false, "errors": [{"code": %d, "message": "%s"}], "messages": [], "result": null}
                """.formatted(code, message));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 || exchange.getRequestMethod().equals("HEAD")
                ? -1
                : bytes.length);
        if (!exchange.getRequestMethod().equals("HEAD")) exchange.getResponseBody().write(bytes);
    }
}
