package org.coursewright.video;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A web server on loopback from which videos are fetched: a good one, and all that can go wrong.
final class OtherServer implements AutoCloseable {

    /// What was asked of films: path, range, and the version that it must be of.
    final List<String> asked = new CopyOnWriteArrayList<>();

    /// How many of the next answers end in the middle.
    final AtomicInteger cuts = new AtomicInteger();

    /// Milliseconds between the pieces of a film.
    volatile int pause;
    volatile String version = "\"one\"";
    private final byte[] film;
    private final HttpServer server;

    OtherServer(byte[] film) {
        this.film = film;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 20);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.createContext("/films/", exchange -> film(exchange, true));
        server.createContext("/plain/", exchange -> film(exchange, false));
        server.start();
    }

    String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void film(HttpExchange exchange, boolean ranges) throws IOException {
        var range = exchange.getRequestHeaders().getFirst("Range");
        var condition = exchange.getRequestHeaders().getFirst("If-Range");
        asked.add(exchange.getRequestURI().getPath() + " " + range + " " + condition);
        var from = 0;
        if (ranges) {
            exchange.getResponseHeaders().add("ETag", version);
            if (range != null && version.equals(condition))
                from = Integer.parseInt(range.replaceAll("\\D", ""));
        }
        if (from > 0)
            exchange.getResponseHeaders().add("Content-Range",
                    "bytes " + from + "-" + (film.length - 1) + "/" + film.length);
        exchange.getResponseHeaders().add("Content-Type", "video/mp4");
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, film.length - from);
        var end = cuts.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? from + (film.length - from) / 2 : film.length;
        try {
            for (int at = from; at < end; at += 100_000) {
                exchange.getResponseBody().write(film, at, Math.min(100_000, end - at));
                if (pause > 0) Thread.sleep(pause);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close(); // ends the connection where bytes are missing
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var headers = exchange.getResponseHeaders();
        switch (path) {
            case "/page" -> send(exchange, 200, "text/html; charset=utf-8", "<!doctype html><title>Films</title>");
            case "/words.mp4" -> send(exchange, 200, "video/mp4", "These are words. ".repeat(100_000));
            case "/secret.mp4" -> send(exchange, 401, "text/plain", "who are you");
            case "/busy.mp4" -> send(exchange, 503, "text/plain", "later");
            case "/loop" -> {
                headers.add("Location", "/loop");
                send(exchange, 302, "text/plain", "");
            }
            case "/metadata" -> {
                headers.add("Location", "http://169.254.169.254/latest/meta-data/");
                send(exchange, 302, "text/plain", "");
            }
            case "/large.mp4", "/vast.mp4" -> {
                exchange.sendResponseHeaders(200, path.equals("/vast.mp4") ? 1L << 40 : 15_000_000);
                exchange.getResponseBody().write(1);
                exchange.getResponseBody().flush();
                exchange.close();
            }
            case "/endless.mp4" -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.close();
            }
            default -> send(exchange, 404, "text/html", "nothing here");
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
