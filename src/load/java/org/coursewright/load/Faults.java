package org.coursewright.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coursewright.video.ffmpeg.Clips;

/// `faults`: hundreds of them, by a fixed seed, in a cluster in which an author pushes, students study, people read and files
/// are sent. Nothing that was acknowledged may be lost, no edition may be half live, every video must end playable, every
/// upload whole. What each fault did stands in `target/bench/faults-report.txt`.
final class Faults {

    private static final long SEED = Long.getLong("coursewright.faults.seed", 2026);
    private static final int VIDEOS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Cluster cluster;
    private final FaultLedger ledger = new FaultLedger();
    private final Path storage;

    private Faults(Cluster cluster, Path storage) {
        this.cluster = cluster;
        this.storage = storage;
    }

    static List<Figure> measure(Path home, Path work, int faults) throws Exception {
        var folder = work.resolve("faults");
        run("umount", folder.resolve("storage").toString());
        Seed.delete(folder);
        var storage = Files.createDirectories(folder.resolve("storage"));
        boolean small = run("mount", "-t", "tmpfs", "-o", "size=2g", "tmpfs", storage.toString());
        if (!small) System.err.println("faults: no small disk can be made here (mount), so none is filled");
        try (var cluster = new Cluster(home, folder, Node.freePort(), Map.of())) {
            return new Faults(cluster, storage).figures(folder, faults, small);
        } finally {
            run("umount", storage.toString());
        }
    }

    private List<Figure> figures(Path folder, int faults, boolean small) throws Exception {
        var token = cluster.schoolWithToken(FaultAuthor.SCHOOL);
        var clips = new ArrayList<Path>();
        for (int i = 0; i < VIDEOS; i++)
            clips.add(Clips.clip(Files.createDirectories(folder.resolve("clip-" + i)), "1280x720", 25, 5 + i));
        try (var network = new CuttingProxy(cluster.port())) {
            var author = new FaultAuthor(network.port(), token, ledger, clips);
            author.publish(1);
            cluster.students(FaultPeople.students().stream().map(number -> "student-" + number).toList());
            var people = new FaultPeople(network.port(), ledger, author, token);
            var threads = new ArrayList<Thread>();
            var someone = Thread.ofPlatform().uncaughtExceptionHandler(
                    (_, broken) -> ledger.violation("somebody stopped working: " + broken));
            threads.add(someone.start(author::work));
            for (var name : List.of("web-1", "web-2")) threads.add(someone.start(() -> people.read(cluster.node(name))));
            threads.add(someone.start(people::upload));
            for (int number : FaultPeople.students()) threads.add(someone.start(() -> people.study(number)));
            var keeper = Thread.ofVirtual().start(() -> cluster.keepRunning(ledger::violation));
            var injector = new FaultInjector(cluster, network, small ? Optional.of(storage) : Optional.empty(),
                    FaultInjector.ALL, false, SEED);
            long began = System.nanoTime();
            try {
                injector.inject(faults);
            } finally {
                ledger.running = false;
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            for (var thread : threads)
                thread.join();
            keeper.interrupt();
            keeper.join();
            for (var node : cluster.nodes())
                node.waitUntilReady();
            check(author, people);
            Files.write(folder.resolveSibling("faults-report.txt"), injector.report());
            System.err.println("faults: " + injector.counts() + ", each in target/bench/faults-report.txt");
            return List.of(
                    new Figure("faults", ledger.violations().size(), "of " + faults, 0),
                    Figure.told("faults.seconds", seconds, "s"),
                    Figure.told("faults.acknowledged", ledger.acknowledged.get(), "writes"),
                    Figure.told("faults.retries", ledger.retries.get(), "asked again"),
                    Figure.told("faults.duplicates", ledger.duplicates.get(), "sent twice"),
                    Figure.told("faults.reads", ledger.reads.get(), "pages"),
                    Figure.told("faults.editions", author.live(), "published"),
                    Figure.told("faults.uploads", people.uploaded.size(), "files"),
                    Figure.told("faults.videos", author.videos(), "videos"),
                    new Figure("faults.worst", injector.worst(), "s", 30));
        }
    }

    private void check(FaultAuthor author, FaultPeople people) throws Exception {
        if (people.done.isEmpty() || people.uploaded.isEmpty() || author.live() < 2) ledger.violation("nobody did anything");
        for (var done : people.done) {
            var words = done.split(" ");
            if (!cluster.ask("select count(*) from completion join student on student.id = student_id "
                    + "join lesson on lesson.content_id = lesson_id where email = 'student-" + words[0]
                    + "@example.org' and lesson.slug = '" + words[1] + "'").equals("1"))
                ledger.violation("a completion is lost: " + done);
        }
        for (var hash : people.uploaded) {
            if (!FaultUpload.stored(cluster, storage, hash)) ledger.violation("an upload is not whole: " + hash);
        }
        for (var name : List.of("web-1", "web-2")) {
            var wire = new Wire(cluster.node(name).port());
            for (var lesson : FaultAuthor.LESSONS)
                if (!page(wire, lesson).text().contains("<td>" + author.live() + "</td>"))
                    ledger.violation(name + " does not show edition " + author.live() + " of " + lesson);
        }
        for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end
                && !cluster.ask("select count(*) from video where state <> 'ready'").equals("0");)
            Thread.sleep(500);
        var screening = new FaultScreening(cluster.port(), ledger);
        for (int number = 1; number <= author.videos(); number++)
            screening.watch(number);
    }

    private static Wire.Answer page(Wire wire, String path) {
        return wire.ask("GET " + path + " HTTP/1.1\r\nHost: " + FaultAuthor.SCHOOL + ".localhost\r\n", new byte[0]);
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start()
                .waitFor() == 0;
    }
}
