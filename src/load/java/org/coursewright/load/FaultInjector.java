package org.coursewright.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/// Breaks one thing after the other, by a fixed seed, and writes down what happened.
final class FaultInjector {

    /// Kinds as often as they are drawn.
    static final List<String> ALL = List.of("web", "worker", "worker", "ffmpeg", "ffmpeg", "ffmpeg", "ffmpeg",
            "database", "database", "freeze", "freeze", "cut", "cut", "cut", "cut", "cut", "cut", "slow", "slow", "slow", "disk",
            "disk", "clock", "clock");

    private static final double PATIENCE_SECONDS = 90;

    private final Cluster cluster;
    private final CuttingProxy network;
    private final Optional<Path> disk;
    private final List<String> kinds;
    private final boolean patient;
    private final Random random;
    private final List<String> report = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private final long began = System.nanoTime();
    private double worst;

    /// @param disk folder of the storage, where it is a small disk that can be filled
    /// @param kinds as often as they are drawn
    /// @param patient whether what cannot be broken now is waited for, and work goes on for a while after each fault; else
    ///     something else is broken
    FaultInjector(Cluster cluster, CuttingProxy network, Optional<Path> disk, List<String> kinds, boolean patient,
            long seed) {
        this.cluster = cluster;
        this.network = network;
        this.disk = disk;
        this.kinds = kinds;
        this.patient = patient;
        this.random = new Random(seed);
    }

    void inject(int faults) throws IOException, InterruptedException {
        for (int number = 1; number <= faults;) {
            var kind = kinds.get(random.nextInt(kinds.size()));
            var what = inject(kind);
            for (long drawn = System.nanoTime(); patient && what.isEmpty() && since(drawn) < PATIENCE_SECONDS; what = inject(kind))
                Thread.sleep(100);
            if (what.isEmpty()) continue;
            long at = System.nanoTime();
            while (since(at) < PATIENCE_SECONDS && new Wire(cluster.port()).ask("GET / HTTP/1.1\r\nHost: " + FaultAuthor.SCHOOL + ".localhost\r\n",
                    new byte[0]).status() != 200)
                Thread.sleep(50);
            double pages = since(at);
            while (since(at) < PATIENCE_SECONDS && cluster.nodes().stream().filter(node -> node.name().startsWith("web")).noneMatch(Node::ready))
                Thread.sleep(50);
            double ready = since(at);
            worst = Math.max(worst, ready);
            report.add(String.format(Locale.ROOT, "%4d  %6.1f s  %-40s pages after %.2f s, a node ready after %.2f s", number,
                    (at - began) / 1e9, what.get(), pages, ready));
            counts.merge(kind, 1, Integer::sum);
            Thread.sleep(patient ? 1_500 + random.nextInt(2_000) : 150 + random.nextInt(500));
            number++;
        }
    }

    private static double since(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }

    /// From a fault until a page came and a node was ready, at most; seconds.
    double worst() {
        return worst;
    }

    List<String> report() {
        return report;
    }

    Map<String, Integer> counts() {
        return counts;
    }

    /// @return what was done; empty where it could not be now
    private Optional<String> inject(String kind) throws IOException, InterruptedException {
        return switch (kind) {
            case "web" -> kill("web-" + (1 + random.nextInt(2)));
            case "worker" -> kill("worker-" + (1 + random.nextInt(2)));
            case "ffmpeg" -> killFfmpeg();
            case "database" -> {
                cluster.signal("-KILL", List.of(cluster.postmaster()));
                yield Optional.of("kill -9 of PostgreSQL");
            }
            case "freeze" -> freeze(300 + random.nextInt(2_000));
            case "cut" -> Optional.of(network.cut()).filter(count -> count > 0).map(count -> count + " connections cut");
            case "slow" -> {
                int millis = 20 + random.nextInt(200);
                network.slow(millis);
                Thread.sleep(1_000);
                network.slow(0);
                yield Optional.of("a second of slow network, " + millis + " ms for each piece");
            }
            case "disk" -> disk.isEmpty() ? Optional.empty() : fill(disk.get());
            case "clock" -> {
                int minutes = random.nextInt(21) - 10;
                cluster.tell("update clock_offset set shift = interval '" + minutes + " minutes'");
                yield Optional.of("clock by " + minutes + " min");
            }
            default -> kill(kind);
        };
    }

    /// Only where the other one of its kind is well: two at a time is no fault but the end.
    private Optional<String> kill(String name) throws IOException, InterruptedException {
        var kind = name.substring(0, name.indexOf('-'));
        boolean others = cluster.nodes().stream().filter(node -> node.name().startsWith(kind) && !node.name().equals(name))
                .allMatch(Node::ready);
        if (!others || !cluster.node(name).ready()) return Optional.empty();
        cluster.node(name).kill();
        Thread.sleep(200);
        cluster.node(name).startAgain();
        return Optional.of("kill -9 of " + name);
    }

    private Optional<String> killFfmpeg() throws IOException, InterruptedException {
        var pids = new ArrayList<Long>();
        for (var node : cluster.nodes())
            ProcessHandle.of(node.pid()).ifPresent(jvm -> jvm.descendants()
                    .filter(child -> child.info().command().orElse("").endsWith("ffmpeg"))
                    .forEach(child -> pids.add(child.pid())));
        if (pids.isEmpty()) return Optional.empty();
        cluster.signal("-KILL", pids);
        return Optional.of("kill -9 of " + pids.size() + " ffmpeg");
    }

    private Optional<String> freeze(int millis) throws IOException, InterruptedException {
        var all = cluster.databaseProcesses();
        cluster.signal("-STOP", all);
        Thread.sleep(millis);
        cluster.signal("-CONT", all);
        return Optional.of("PostgreSQL frozen for " + millis + " ms");
    }

    private Optional<String> fill(Path folder) throws IOException, InterruptedException {
        var filler = folder.resolve("filler");
        try (var out = Files.newOutputStream(filler)) {
            var block = new byte[1 << 20];
            while (true)
                out.write(block);
        } catch (IOException full) {
            Thread.sleep(700);
        } finally {
            Files.deleteIfExists(filler);
        }
        return Optional.of("disk of the storage full");
    }
}
