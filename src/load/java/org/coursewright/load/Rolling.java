package org.coursewright.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// `roll`: all web nodes are replaced one by one, by new ones, while people read, sign in and write. Not one request may
/// fail. Before that: what one node publishes the other shows at once, and a worker that is killed in the middle of a video
/// is followed by the other.
final class Rolling {

    private static final int CONNECTIONS = 8;
    private static final String SCHOOL = "roll";
    private static final String HOST = SCHOOL + ".localhost:";

    private final Cluster cluster;
    private final AtomicInteger requests = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Double> millis = new ConcurrentLinkedQueue<>();
    private volatile boolean running = true;

    private Rolling(Cluster cluster) {
        this.cluster = cluster;
    }

    static List<Figure> measure(Path home, Path work) throws Exception {
        Seed.delete(work.resolve("roll"));
        try (var cluster = new Cluster(home, work.resolve("roll"), Node.freePort(), Map.of())) {
            return new Rolling(cluster).figures(work);
        }
    }

    private List<Figure> figures(Path work) throws Exception {
        var folder = work.resolve("roll-folder");
        Seed.delete(folder);
        Lessons.school(folder, 2, 20);
        var token = cluster.schoolWithToken(SCHOOL);
        cluster.push(folder, SCHOOL, token, "--publish");
        cluster.students(List.of("reader"));
        double crossing = crossing(folder, token);
        var readers = new ArrayList<Thread>();
        for (int i = 0; i < CONNECTIONS; i++) {
            int reader = i;
            readers.add(Thread.ofPlatform().start(() -> read(reader)));
        }
        Thread.sleep(2_000);
        double stopping = 0;
        for (int i = 1; i <= 2; i++) {
            cluster.start("web-" + (i + 2)).waitUntilReady();
            Thread.sleep(1_500); // the balancer asks twice a second
            stopping = Math.max(stopping, cluster.node("web-" + i).stop());
        }
        Thread.sleep(2_000);
        running = false;
        for (var reader : readers)
            reader.join();
        failures.stream().limit(20).forEach(failure -> System.err.println("roll: " + failure));
        var sorted = millis.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return List.of(
                new Figure("roll", failures.size(), "failed of " + requests.get(), 0),
                Figure.told("roll.p99", sorted[(int) (sorted.length * 0.99)], "ms"),
                Figure.told("roll.stop", stopping, "s"),
                new Figure("roll.crossing", crossing, "s", 1));
    }

    /// What is published through one node is on the other: seconds until it is.
    private double crossing(Path folder, String token) throws Exception {
        var lesson = folder.resolve("courses/course-1/01-part1/001-lesson-1.md");
        Files.writeString(lesson, Lessons.lesson("Lesson 1 of course 1", 77));
        cluster.push(folder, SCHOOL, token, "--publish");
        long began = System.nanoTime();
        for (var name : List.of("web-1", "web-2")) {
            var wire = new Wire(cluster.node(name).port());
            while (!wire.ask("GET /courses/course-1/lesson-1 HTTP/1.1\r\nHost: " + HOST + cluster.port() + "\r\n",
                    new byte[0]).text().contains("<td>77</td>")) {
                if (System.nanoTime() - began > 20e9) throw new IOException(name + " does not show it");
                Thread.sleep(5);
            }
        }
        return (System.nanoTime() - began) / 1e9;
    }

    /// One after the other over a kept connection, as a browser: pages, and a write now and then.
    private void read(int reader) {
        var paths = List.of("/", "/courses/course-1", "/learn", "/learn/course-1/lesson-2", "/learn/course-2/lesson-9");
        try (var line = new Line(cluster.port())) {
            for (int i = reader; running; i++) {
                long began = System.nanoTime();
                boolean write = i % 7 == 0;
                var path = write ? "/learn/course-1/lesson-3/completion" : paths.get(i % paths.size());
                try {
                    var cookie = "Cookie: session=reader\r\n";
                    var answer = write
                            ? line.post(HOST + cluster.port(), path, cookie
                                    + "Content-Type: application/x-www-form-urlencoded\r\n", "")
                            : line.get(HOST + cluster.port(), path, cookie);
                    if (answer.status() != (write ? 303 : 200))
                        failures.add(path + ": " + answer.status() + " "
                                + new String(answer.body(), StandardCharsets.UTF_8).lines().findFirst().orElse(""));
                } catch (IOException cut) {
                    failures.add(path + ": " + cut);
                    line.reconnect();
                }
                requests.incrementAndGet();
                millis.add((System.nanoTime() - began) / 1e6);
            }
        } catch (IOException gone) {
            failures.add("no connection: " + gone);
        }
    }
}
