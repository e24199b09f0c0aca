package org.coursewright.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// As much of Cloudflare Stream as a browser sees of it: takes a video, cuts it for HLS, and sends it to those whose token
/// is not over. How strictly the rest is kept is the matter of the program's own tests.
final class StreamElsewhere {

    private final HttpServer server;
    private final Path folder;
    private final Supplier<Path> ffmpeg;
    private final Map<String, ByteArrayOutputStream> sent = new ConcurrentHashMap<>();

    /// @param folder for keys and media
    /// @param ffmpeg the program that cuts, once it is there
    StreamElsewhere(Path folder, Supplier<Path> ffmpeg) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.ffmpeg = ffmpeg;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/client/v4/accounts/journey/stream", exchange -> {
            try (exchange) {
                answer(exchange, exchange.getRequestURI().getPath().replaceFirst(".*/stream/?", ""));
            }
        });
        server.createContext("/", exchange -> {
            try (exchange) {
                play(exchange, exchange.getRequestURI().getPath().split("/"));
            }
        });
        server.start();
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String setting() throws IOException {
        return origin().replace("http://", "cloudflare://journey@") + "?endpoint=" + origin()
                + "&token=" + Files.writeString(folder.resolve("token"), "token")
                + "&key=" + Files.writeString(folder.resolve("key.json"), key());
    }

    private void answer(HttpExchange exchange, String uid) throws IOException {
        var bytes = sent.get(uid);
        switch (exchange.getRequestMethod()) {
            case "POST" -> {
                var fresh = "v" + (sent.size() + 1);
                sent.put(fresh, new ByteArrayOutputStream());
                exchange.getResponseHeaders().set("stream-media-id", fresh);
                exchange.getResponseHeaders().set("Location", exchange.getRequestURI().getPath() + "/" + fresh);
                exchange.sendResponseHeaders(201, -1);
            }
            case "HEAD", "PATCH" -> {
                bytes.write(exchange.getRequestBody().readAllBytes());
                exchange.getResponseHeaders().set("Upload-Offset", "" + bytes.size());
                exchange.sendResponseHeaders(204, -1);
            }
            default -> {
                cut(uid, bytes.toByteArray());
                send(exchange, 200, "{\"result\":{\"readyToStream\":true,\"duration\":75,\"status\":{\"state\":\"ready\"}}}"
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private void cut(String uid, byte[] bytes) throws IOException {
        var media = Files.createDirectories(folder.resolve(uid));
        var file = Files.write(media.resolve("sent.mp4"), bytes);
        var program = ffmpeg.get();
        var builder = new ProcessBuilder(program.toString(), "-v", "error", "-y", "-i", file.toString(), "-c", "copy",
                "-f", "hls", "-hls_time", "4", "-hls_playlist_type", "vod", "-hls_segment_type", "fmp4",
                "-hls_segment_filename", media + "/%d.m4s", media + "/stream.m3u8").inheritIO();
        builder.environment().put("LD_LIBRARY_PATH", program.getParent().toString());
        try {
            if (builder.start().waitFor() != 0) throw new IOException("ffmpeg could not cut " + file);
        } catch (InterruptedException stop) {
            throw new IOException(stop);
        }
    }

    /// `/{token}/manifest/{file}`
    private void play(HttpExchange exchange, String[] path) throws IOException {
        exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
        var claims = new String(Base64.getUrlDecoder().decode(path[1].split("\\.")[1]), StandardCharsets.UTF_8);
        var end = Long.parseLong(claims.replaceAll(".*\"exp\":(\\d+).*", "$1"));
        if (end <= Instant.now().getEpochSecond()) send(exchange, 401, new byte[0]);
        else if (path[3].equals("video.m3u8"))
            send(exchange, 200, ("#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=400000,RESOLUTION=854x480,"
                    + "CODECS=\"avc1.42c01e,mp4a.40.2\"\nstream.m3u8\n").getBytes(StandardCharsets.UTF_8));
        else send(exchange, 200, Files.readAllBytes(
                folder.resolve(claims.replaceAll(".*\"sub\":\"(\\w+)\".*", "$1")).resolve(path[3])));
    }

    private static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String key() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var key = (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
            var jwk = "{\"n\":\"%s\",\"e\":\"%s\",\"d\":\"%s\",\"p\":\"%s\",\"q\":\"%s\",\"dp\":\"%s\",\"dq\":\"%s\",\"qi\":\"%s\"}"
                    .formatted(text(key.getModulus()), text(key.getPublicExponent()), text(key.getPrivateExponent()),
                            text(key.getPrimeP()), text(key.getPrimeQ()), text(key.getPrimeExponentP()),
                            text(key.getPrimeExponentQ()), text(key.getCrtCoefficient()));
            return "{\"result\":{\"id\":\"k1\",\"jwk\":\""
                    + Base64.getEncoder().encodeToString(jwk.getBytes(StandardCharsets.UTF_8)) + "\"}}";
        } catch (GeneralSecurityException never) {
            throw new UncheckedIOException(new IOException(never));
        }
    }

    private static String text(BigInteger number) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(number.toByteArray());
    }
}
