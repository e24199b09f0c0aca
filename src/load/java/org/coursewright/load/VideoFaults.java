package org.coursewright.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.coursewright.platform.Hash;
import org.coursewright.video.ffmpeg.Clips;

/// `video-faults`: `kill -9` of web nodes, workers and PostgreSQL by a fixed seed, while one film after the other is sent in
/// small pieces and encoded. Every film must end playable in every quality, and no byte of what was acknowledged may be
/// lost. What each fault did stands in `target/bench/video-faults-report.txt`.
final class VideoFaults {

    private static final long SEED = Long.getLong("coursewright.faults.seed", 2026);
    private static final List<String> KINDS = List.of("web-1", "web-2", "worker-1", "worker-2", "worker-1", "worker-2", "database",
            "database");
    private static final int SECONDS = 12;
    private static final int MOST_UNFINISHED = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final Cluster cluster;
    private final Path folder;
    private final FaultLedger ledger = new FaultLedger();
    private final Map<Integer, String> films = new ConcurrentHashMap<>();

    private VideoFaults(Cluster cluster, Path folder) {
        this.cluster = cluster;
        this.folder = folder;
    }

    static List<Figure> measure(Path home, Path work, int faults) throws Exception {
        var folder = work.resolve("video-faults");
        Seed.delete(folder);
        try (var cluster = new Cluster(home, folder, Node.freePort(), Map.of())) {
            return new VideoFaults(cluster, folder).figures(faults);
        }
    }

    private List<Figure> figures(int faults) throws Exception {
        var token = cluster.schoolWithToken(FaultAuthor.SCHOOL);
        try (var network = new CuttingProxy(cluster.port())) {
            var author = new FaultAuthor(network.port(), token, ledger, List.of());
            author.publish(1);
            var upload = new FaultUpload(network.port(), token, ledger, SEED, 20_000, 120_000);
            var sources = List.of(kept(), encoded());
            var studio = Thread.ofPlatform().uncaughtExceptionHandler(
                    (_, broken) -> ledger.violation("the author stopped working: " + broken))
                    .start(() -> work(author, upload, sources));
            var keeper = Thread.ofVirtual().start(() -> cluster.keepRunning(ledger::violation));
            var injector = new FaultInjector(cluster, network, Optional.empty(), KINDS, true, SEED);
            long began = System.nanoTime();
            try {
                for (long end = began + PATIENCE.toNanos(); films.isEmpty() && System.nanoTime() < end;)
                    Thread.sleep(100); // a film is on its way from the first fault on
                injector.inject(faults);
            } finally {
                ledger.running = false;
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            studio.join();
            keeper.interrupt();
            keeper.join();
            for (var node : cluster.nodes())
                node.waitUntilReady();
            check();
            Files.write(folder.resolveSibling("video-faults-report.txt"), injector.report());
            System.err.println("video-faults: " + injector.counts() + ", each in target/bench/video-faults-report.txt");
            double attempts = Double.parseDouble(cluster.ask("select coalesce(sum(run), 0) from video"));
            return List.of(
                    new Figure("video-faults", ledger.violations().size(), "of " + faults, 0),
                    Figure.told("video-faults.seconds", seconds, "s"),
                    Figure.told("video-faults.films", films.size(), "films"),
                    Figure.told("video-faults.attempts", attempts, "begun"),
                    Figure.told("video-faults.retries", ledger.retries.get(), "asked again"),
                    new Figure("video-faults.worst", injector.worst(), "s", 30));
        }
    }

    /// Sends film after film, each of its own bytes, and publishes it as a lesson.
    private void work(FaultAuthor author, FaultUpload upload, List<byte[]> sources) {
        var edition = new AtomicInteger(1);
        try {
            while (ledger.running) {
                int number = films.size() + 1;
                var film = numbered(sources.get(number % sources.size()), number);
                if (!upload.send(film)) return;
                author.add(film);
                author.publish(edition.incrementAndGet());
                films.put(number, Hash.of(film).hex());
                while (ledger.running && unfinished() >= MOST_UNFINISHED)
                    Thread.sleep(300);
            }
        } catch (InterruptedException | IOException stop) {
            ledger.violation("the author gave up: " + stop);
        }
    }

    private int unfinished() throws InterruptedException {
        return Integer.parseInt(cluster.ask("select count(*) from video where state <> 'ready'"));
    }

    private void check() throws Exception {
        if (films.size() < 2) ledger.violation("nobody did anything");
        for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end && unfinished() > 0;)
            Thread.sleep(500);
        var storage = folder.resolve("storage");
        var screening = new FaultScreening(cluster.port(), ledger);
        for (var film : films.entrySet()) {
            if (!FaultUpload.stored(cluster, storage, film.getValue()))
                ledger.violation("film " + film.getKey() + " is not whole in the storage");
            for (var rendition : screening.watch(film.getKey()))
                decode(rendition);
        }
    }

    /// Each picture and each sample, by ffmpeg.
    private void decode(FaultScreening.Rendition rendition) throws Exception {
        if (Math.abs(rendition.seconds() - SECONDS) > 0.5)
            ledger.violation(rendition.name() + " lasts " + rendition.seconds() + " s");
        var file = Files.write(folder.resolve("watched.mp4"), rendition.bytes());
        var program = Clips.transcoder().program();
        var said = folder.resolve("watched.log");
        var builder = new ProcessBuilder(program.ffmpeg().toString(), "-v", "error", "-xerror", "-i", file.toString(), "-f",
                "null", "-").redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("LD_LIBRARY_PATH", program.libraries());
        if (builder.start().waitFor() != 0) ledger.violation(rendition.name() + ": " + Files.readString(said));
    }

    /// What browsers play as it is.
    private byte[] kept() throws IOException, InterruptedException {
        return film("kept.mp4", "libx264", "-preset", "ultrafast", "-crf", "28", "-g", "100");
    }

    /// What has to be encoded in every quality.
    private byte[] encoded() throws IOException, InterruptedException {
        return film("encoded.mp4", "mpeg4", "-q:v", "8");
    }

    private byte[] film(String name, String... codec) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of("-f", "lavfi", "-i", "testsrc2=size=1280x720:rate=25:duration=" + SECONDS,
                "-f", "lavfi", "-i", "sine=frequency=440:duration=" + SECONDS, "-pix_fmt", "yuv420p", "-c:a", "aac",
                "-c:v"));
        all.addAll(List.of(codec));
        return Files.readAllBytes(Clips.make(folder, name, all.toArray(String[]::new)));
    }

    /// The same film with a box at its end that players skip.
    private static byte[] numbered(byte[] film, int number) {
        var box = String.format("\0\0\0\020free%08d", number).getBytes(StandardCharsets.ISO_8859_1);
        var all = Arrays.copyOf(film, film.length + box.length);
        System.arraycopy(box, 0, all, film.length, box.length);
        return all;
    }
}
