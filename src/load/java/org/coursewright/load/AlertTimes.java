package org.coursewright.load;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/// `alerts`: each component of a cluster is killed, and a webhook listens: how long until it is told, and how long after it
/// works again until that is told.
final class AlertTimes {

    private static final double MOST_SECONDS = 60;

    /// When something was told first, by "event component".
    private final Map<String, Long> told = new ConcurrentHashMap<>();
    private final List<Figure> figures = new ArrayList<>();

    private AlertTimes() {}

    static List<Figure> measure(Path home, Path work) throws Exception {
        return new AlertTimes().figures(home, work.resolve("alerts"));
    }

    private List<Figure> figures(Path home, Path work) throws Exception {
        Seed.delete(work);
        var sink = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        sink.createContext("/", exchange -> {
            var news = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
            told.putIfAbsent(news.path("event").asString("") + " " + news.path("component").asString("")
                    + (news.path("component").asString("").equals("node") ? " " + news.path("node").asString("") : ""),
                    System.nanoTime());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        sink.start();
        var mail = new MailServer(0);
        try (var cluster = new Cluster(home, work, Node.freePort(), Map.of(
                "COURSEWRIGHT_MONITORING_ALERTS", "webhook+http://127.0.0.1:" + sink.getAddress().getPort() + "/",
                "COURSEWRIGHT_MAIL", "smtp://127.0.0.1:" + mail.port() + "?tls=none"))) {
            Thread.sleep(12_000); // everybody has looked around
            killAll(cluster, work, mail);
            freezeDatabase(cluster);
        } finally {
            sink.stop(0);
            mail.close();
        }
        return figures;
    }

    private void killAll(Cluster cluster, Path work, MailServer mail) throws Exception {
        var scratch = work.resolve("storage/scratch");
        long began = System.nanoTime();
        Files.move(scratch, scratch.resolveSibling("away"));
        mail.close();
        cluster.node("worker-2").kill();
        cluster.node("web-2").kill();
        var all = List.of("storage", "mail", "node worker-2", "node web-2");
        wait("raised", all, began);
        long mended = System.nanoTime();
        Files.move(scratch.resolveSibling("away"), scratch);
        cluster.node("worker-2").startAgain();
        cluster.node("web-2").startAgain();
        try (var again = new MailServer(mail.port())) {
            wait("resolved", all, mended);
        }
    }

    private void freezeDatabase(Cluster cluster) throws Exception {
        var pids = cluster.databaseProcesses();
        long began = System.nanoTime();
        cluster.signal("-STOP", pids);
        try {
            wait("raised", List.of("database"), began);
        } finally {
            cluster.signal("-CONT", pids);
        }
        wait("resolved", List.of("database"), System.nanoTime());
    }

    private void wait(String event, List<String> components, long began) throws InterruptedException {
        for (var component : components) {
            var key = event + " " + component;
            while (!told.containsKey(key) && System.nanoTime() - began < 2 * MOST_SECONDS * 1e9)
                Thread.sleep(50);
            double seconds = (told.getOrDefault(key, Long.MAX_VALUE) - began) / 1e9;
            if (seconds < 0) throw new IllegalStateException(key + " was told before anything happened");
            figures.add(new Figure("alerts." + event + "." + component.replace(' ', '.').toLowerCase(Locale.ROOT), seconds, "s",
                    MOST_SECONDS));
        }
    }

    /// Says hello to everybody, and takes nothing.
    private static final class MailServer implements AutoCloseable {

        private final ServerSocket socket;
        private final int port;

        MailServer(int port) throws IOException {
            this.socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            this.port = socket.getLocalPort();
            Thread.ofVirtual().start(this::serve);
        }

        int port() {
            return port;
        }

        private void serve() {
            while (!socket.isClosed())
                try (var connection = socket.accept()) {
                    var out = connection.getOutputStream();
                    var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
                    out.write("220 here\r\n".getBytes(StandardCharsets.US_ASCII));
                    for (var line = in.readLine(); line != null; line = in.readLine()) {
                        out.write((line.startsWith("QUIT") ? "221 bye\r\n" : "250 good\r\n").getBytes(StandardCharsets.US_ASCII));
                        if (line.startsWith("QUIT")) break;
                    }
                } catch (IOException gone) {
                    // the next one
                }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
