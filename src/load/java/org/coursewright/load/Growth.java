package org.coursewright.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// `flat`: what the hot pages cost with a million rows of progress in the school, as a multiple of what the same pages of
/// the same learners cost with a thousand. Both servers run at once and are asked in turn.
final class Growth {

    /// 60 rows of progress each.
    private static final Seed THOUSAND = new Seed(17, 200, 17);
    private static final Seed MILLION = new Seed(16_700, 200, 17);
    private static final int CONNECTIONS = 8;
    private static final int ROUNDS = 9;
    private static final double MOST = 1.1;

    /// @param form empty = it is read
    private record Page(String name, String path, String form) {

        IntFunction<Load.Request> on(Server server) {
            var host = Seed.SCHOOL + ".localhost:" + server.port();
            return number -> new Load.Request(host, path.replace("#", "" + (1 + number % Seed.LESSONS)),
                    "Accept-Encoding: gzip, br\r\nCookie: session=learner-" + (1 + number % THOUSAND.learners()) + "\r\n",
                    form);
        }
    }

    private static final List<Page> PAGES = List.of(
            new Page("lesson-page", "/learn/course-1/lesson-#", ""),
            new Page("dashboard", "/learn", ""),
            new Page("outline", "/learn/course-1", ""),
            new Page("position", "/learn/course-1/lesson-#/position", "position=7.5&duration=60&watched=0-7"),
            new Page("home", "/", ""));

    private Growth() {}

    static List<Figure> measure(Path home, Path work, int count) throws Exception {
        var figures = new ArrayList<Figure>();
        var little = THOUSAND.ready(home, work);
        var much = MILLION.ready(home, work);
        try (var few = new Server(home, little); var many = new Server(home, much)) {
            figures.add(Figure.told("flat.rows.few", Double.parseDouble(few.ask("select count(*) from progress")), "rows"));
            figures.add(Figure.told("flat.rows.many", Double.parseDouble(many.ask("select count(*) from progress")), "rows"));
            for (var page : PAGES) figures.add(ratio(page, few, many, count));
        }
        return figures;
    }

    private static Figure ratio(Page page, Server few, Server many, int count) throws Exception {
        var before = Load.on(few, CONNECTIONS);
        var after = Load.on(many, CONNECTIONS);
        before.warmUp(count, page.on(few));
        after.warmUp(count, page.on(many));
        double least = Double.MAX_VALUE;
        double grown = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            least = Math.min(least, before.run(count, page.on(few)).cpuMillis());
            grown = Math.min(grown, after.run(count, page.on(many)).cpuMillis());
        }
        return new Figure("flat." + page.name(), grown / least, "x", MOST);
    }
}
