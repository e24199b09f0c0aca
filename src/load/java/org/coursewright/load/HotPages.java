package org.coursewright.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/// `lesson-page`, `dashboard`, `outline`, `home`, `memory` and `statements`: CPU ms of the JVM and PostgreSQL for each
/// request, warm, over 8 connections, with the bare answer of `/health/live` in the same run as the floor, and for the
/// lesson page that answer with its statements and the packing of its bytes ([LessonFloor]).
final class HotPages {

    private static final int CONNECTIONS = 8;
    private static final int ROUNDS = 5;
    private static final String COMPRESSED = "Accept-Encoding: gzip, br\r\n";

    /// A page and what it may cost.
    ///
    /// @param most CPU ms, NaN = told only
    private record Page(String name, double most, IntFunction<Load.Request> requests) {}

    private final Seed seed;
    private final Server server;
    private final int count;

    private HotPages(Seed seed, Server server, int count) {
        this.seed = seed;
        this.server = server;
        this.count = count;
    }

    static List<Figure> measure(Path home, Path work, Seed seed, int count, Set<String> wanted) throws Exception {
        try (var server = new Server(home, seed.ready(home, work))) {
            return new HotPages(seed, server, count).figures(wanted);
        }
    }

    private List<Figure> figures(Set<String> wanted) throws Exception {
        var figures = new ArrayList<Figure>();
        var load = Load.on(server, CONNECTIONS);
        var live = new Page("floor", Double.NaN, _ -> new Load.Request("localhost:" + server.port(), "/health/live", ""));
        var pages = pages().stream().filter(page -> wanted.contains(page.name())).toList();
        for (var page : pages) load.warmUp(count, page.requests());
        for (var page : pages) {
            load.run(count, live.requests());
            double floor = load.least(ROUNDS, count, live.requests()).cpuMillis();
            var cost = load.least(ROUNDS, count, page.requests());
            figures.add(new Figure(page.name(), cost.cpuMillis(), "CPU ms", page.most()));
            figures.add(Figure.told(page.name() + ".database", cost.databaseMillis(), "CPU ms"));
            figures.add(Figure.told(page.name() + ".floor", cost.cpuMillis() / floor, "x live"));
            figures.add(Figure.told(page.name() + ".rate", cost.perSecond(), "pages/s"));
            figures.add(Figure.told(page.name() + ".p50", cost.p50Millis(), "ms"));
            figures.add(Figure.told(page.name() + ".p99", cost.p99Millis(), "ms"));
            figures.add(bytes(page));
            if (page.name().equals("lesson-page")) figures.add(lessonFloor(page, cost.cpuMillis(), floor));
        }
        if (wanted.contains("statements")) for (var page : pages()) figures.add(statements(load, page));
        if (wanted.contains("memory")) {
            if (pages.isEmpty()) load.warmUp(count, pages().getFirst().requests());
            figures.add(new Figure("memory", server.processes().pssMegabytes(), "MB PSS", 450));
        }
        return figures;
    }

    /// The whole page against what it cannot do without: an HTTP answer, its statements, its bytes packed.
    private Figure lessonFloor(Page page, double cost, double live) throws IOException, InterruptedException {
        double least = new LessonFloor(server, seed.learners(), count, plain(page)).cpuMillis(ROUNDS);
        return new Figure("lesson-page.bare", cost / (live + least), "x bare", 2);
    }

    private List<Page> pages() {
        return List.of(
                new Page("lesson-page", 0.6, number -> learner(number,
                        "/learn/course-1/lesson-" + (1 + number % Seed.LESSONS))),
                new Page("lesson-page-spread", Double.NaN, this::anywhere),
                new Page("dashboard", 1, number -> learner(number, "/learn")),
                new Page("outline", 2, number -> learner(number, "/learn/course-1")),
                new Page("home", Double.NaN, _ -> new Load.Request(host(), "/", COMPRESSED)));
    }

    /// A lesson of one of the other courses that somebody has, so that no cache holds them all.
    private Load.Request anywhere(int number) {
        int learner = 1 + number % seed.learners();
        int course = 2 + (learner * 7 + (1 + number / seed.learners() % 29) * 6) % (seed.courses() - 1);
        return request(learner, "/learn/course-" + course + "/lesson-" + (1 + number * 31 % Seed.LESSONS));
    }

    private Load.Request learner(int number, String path) {
        return request(1 + number % seed.learners(), path);
    }

    private Load.Request request(int learner, String path) {
        return new Load.Request(host(), path, COMPRESSED + "Cookie: session=learner-" + learner + "\r\n");
    }

    private String host() {
        return Seed.SCHOOL + ".localhost:" + server.port();
    }

    /// Of the page as it is written, without compression.
    private Figure bytes(Page page) throws IOException {
        return new Figure(page.name() + ".html", plain(page).length / 1024.0, "KB",
                page.name().equals("outline") ? 60 : Double.NaN);
    }

    private byte[] plain(Page page) throws IOException {
        var request = page.requests().apply(0);
        try (var line = new Line(server.port())) {
            return line.get(request.host(), request.path(), request.more().replace(COMPRESSED, "")).body();
        }
    }

    /// By `pg_stat_statements`, the session's included.
    private Figure statements(Load load, Page page) throws Exception {
        int requests = Math.min(count, 1000);
        load.run(requests, page.requests());
        server.ask("select pg_stat_statements_reset()::text");
        load.run(requests, page.requests());
        var calls = server.ask("""
                select sum(calls) from pg_stat_statements
                where userid = (select oid from pg_roles where rolname = 'coursewright')
                  and query !~* '^(begin|commit|set|rollback)' and query !~* 'short_task|transcode_task|transcribe_task|transfer_task'
                """);
        double each = calls.equals("null") ? 0 : Double.parseDouble(calls) / requests;
        return new Figure(page.name() + ".statements", each, "", 3);
    }
}
