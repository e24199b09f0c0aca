package org.coursewright.monitoring;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/// A small server that takes whatever is posted, as the services outside do.
final class Sink implements AutoCloseable {

    private final HttpServer server;
    private final List<Post> posts = new CopyOnWriteArrayList<>();
    final AtomicInteger refusals = new AtomicInteger();

    /// @param auth header `X-Sentry-Auth`
    record Post(String path, String auth, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    Sink() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            var body = (packed ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody())
                    .readAllBytes();
            boolean refused = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
            if (!refused)
                posts.add(new Post(exchange.getRequestURI().getPath(),
                        String.valueOf(exchange.getRequestHeaders().getFirst("X-Sentry-Auth")), body));
            exchange.sendResponseHeaders(refused ? 503 : 200, -1);
            exchange.close();
        });
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    List<Post> at(String path) {
        return posts.stream().filter(post -> post.path().equals(path)).toList();
    }

    Post waitFor(String path, Predicate<Post> wanted) throws InterruptedException {
        for (long end = System.nanoTime() + Duration.ofSeconds(20).toNanos(); System.nanoTime() < end; Thread
                .sleep(50)) {
            var found = at(path).stream().filter(wanted).findFirst();
            if (found.isPresent()) return found.get();
        }
        throw new AssertionError("nothing came to " + path + " but " + posts.stream().map(Post::text).toList());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
