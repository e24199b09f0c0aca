package org.coursewright.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// `exam-faults`: students sit exam after exam, each with a browser's outbox, while the line is cut at every step, tabs are
/// killed, pages are reloaded without a line, clocks are wrong, time runs out, and web nodes and PostgreSQL are killed by
/// `kill -9`; by a fixed seed. No answer that was acknowledged may be lost, none that came too late may count, and each
/// attempt must have one score, which is counted again here. What each fault did stands in
/// `target/bench/exam-faults-report.txt`.
final class ExamFaults {

    private static final long SEED = Long.getLong("coursewright.faults.seed", 2026);
    private static final int STUDENTS = 10;
    private static final int KILLS_OF_500 = 40;
    private static final long PAUSE_MILLIS = 400;
    private static final double MOST_SECONDS = 480;
    private static final String OPEN = "select count(*) from attempt where state = 'OPEN'";

    private final Cluster cluster;
    private final FaultLedger ledger = new FaultLedger();
    private final List<ExamFaultStudent> students = new ArrayList<>();

    private ExamFaults(Cluster cluster) {
        this.cluster = cluster;
    }

    static List<Figure> measure(Path home, Path work, int faults) throws Exception {
        var folder = work.resolve("exam-faults");
        Seed.delete(folder);
        try (var cluster = new Cluster(home, folder, Node.freePort(), Map.of(), List.of("web-1", "web-2", "worker-1"))) {
            return new ExamFaults(cluster).figures(folder, faults);
        }
    }

    private List<Figure> figures(Path folder, int faults) throws Exception {
        var token = cluster.schoolWithToken(FaultAuthor.SCHOOL);
        cluster.push(ExamSchool.folder(folder.resolve("school")), FaultAuthor.SCHOOL, token, "--publish");
        for (int i = 0; i < 600 && !cluster.ask(ExamSchool.READY).equals("1"); i++) Thread.sleep(100);
        for (var sql : ExamSchool.students(STUDENTS)) cluster.tell(sql);
        int kills = faults * KILLS_OF_500 / 500;
        var log = new ExamFaultLog(faults - kills, PAUSE_MILLIS);
        try (var network = new CuttingProxy(cluster.port())) {
            var injector = new FaultInjector(cluster, network, Optional.empty(), List.of("web-1", "web-2", "database", "database"),
                    true, SEED);
            var keeper = Thread.ofVirtual().start(() -> cluster.keepRunning(ledger::violation));
            long began = System.nanoTime();
            var someone = Thread.ofPlatform().uncaughtExceptionHandler(
                    (_, broken) -> ledger.violation("somebody stopped working: " + broken));
            var threads = new ArrayList<Thread>();
            for (int number = 1; number <= STUDENTS; number++) {
                var wire = new ExamWire(network.port(), FaultAuthor.SCHOOL + ".localhost", number);
                var student = new ExamFaultStudent(number, wire, ledger, log, cluster::tell, SEED);
                students.add(student);
                threads.add(someone.start(() -> student.work(() -> ledger.running || log.left() > 0)));
            }
            try {
                injector.inject(kills);
            } finally {
                ledger.running = false;
            }
            for (var thread : threads) thread.join();
            double seconds = (System.nanoTime() - began) / 1e9;
            keeper.interrupt();
            keeper.join();
            for (var node : cluster.nodes()) node.waitUntilReady();
            int attempts = check();
            report(folder, log, injector);
            return List.of(
                    new Figure("exam-faults", ledger.violations().size(), "of " + faults, 0),
                    new Figure("exam-faults.seconds", seconds, "s", MOST_SECONDS),
                    Figure.told("exam-faults.kills", kills, "kill -9"),
                    Figure.told("exam-faults.attempts", attempts, "scored once"),
                    Figure.told("exam-faults.acknowledged", total(ExamBook::acknowledged), "answers"),
                    Figure.told("exam-faults.late", total(ExamBook::late), "answers"),
                    Figure.told("exam-faults.retries", ledger.retries.get(), "asked again"),
                    new Figure("exam-faults.worst", injector.worst(), "s", 30));
        }
    }

    private int total(ToIntFunction<ExamBook> count) {
        return students.stream().flatMap(student -> student.books.stream()).mapToInt(count).sum();
    }

    /// @return attempts
    private int check() throws Exception {
        for (int i = 0; i < 120 && !cluster.ask(OPEN).equals("0"); i++) Thread.sleep(500); // the sweeper ends what is over
        if (!cluster.ask(OPEN).equals("0")) ledger.violation("attempts are still open: " + cluster.ask(OPEN));
        int begun = students.stream().mapToInt(student -> student.books.size()).sum();
        if (begun < STUDENTS) ledger.violation("nobody did anything");
        var stored = cluster.ask("select count(*) from attempt");
        if (!stored.equals("" + begun)) ledger.violation(begun + " attempts were begun, there are " + stored);
        var source = new SingleConnectionDataSource(
                Objects.requireNonNull(cluster.environment().get("COURSEWRIGHT_DATABASE_OWNER_URL")), true);
        try {
            var jdbc = JdbcClient.create(source);
            for (var student : students)
                for (var book : student.books) book.check(jdbc).forEach(ledger::violation);
        } finally {
            source.destroy();
        }
        return begun;
    }

    private static void report(Path folder, ExamFaultLog log, FaultInjector injector) throws IOException {
        var all = new ArrayList<>(log.summary());
        injector.counts().forEach((kind, count) -> all.add("%4d  kill -9 of %s".formatted(count, kind)));
        all.forEach(line -> System.err.println("exam-faults: " + line));
        all.addAll(log.lines());
        all.addAll(injector.report());
        Files.write(folder.resolveSibling("exam-faults-report.txt"), all);
    }
}
