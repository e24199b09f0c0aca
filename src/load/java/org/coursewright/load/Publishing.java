package org.coursewright.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// `publish`: from the order to the answer, after which the new page is served, in a school of 500 lessons that are
/// already pushed: all of them from nothing, and one that was edited (the middle of nine). All of them once as the first
/// thing that a server publishes after its start (`.cold`), and once in a second school after that. Hugo builds the same
/// lessons in the same run (the middle of five), from nothing too.
final class Publishing {

    private static final int TIMES = 9;
    private static final int BUILDS = 5;
    private static final String SCHOOL = "pub";
    private static final String SECOND = "pub-two";
    private static final String LESSON = "courses/course-3/02-part2/015-lesson-15.md";

    /// @param cpu seconds of all threads and processes
    record Spent(double seconds, double cpu) {}

    private final Server server;
    private final String token;
    private final HugoSite hugo;

    private Publishing(Server server, String token, HugoSite hugo) {
        this.server = server;
        this.token = token;
        this.hugo = hugo;
    }

    static List<Figure> measure(Path home, Path work) throws Exception {
        var data = work.resolve("publishing");
        Seed.delete(data);
        var folder = work.resolve("publishing-folder");
        Seed.delete(folder);
        Lessons.school(folder, 10, 50);
        try (var server = new Server(home, data)) {
            return new Publishing(server, server.schoolWithToken(SCHOOL), new HugoSite(work.resolve("hugo"), folder))
                    .figures(folder);
        }
    }

    private List<Figure> figures(Path folder) throws Exception {
        var cold = all(folder, SCHOOL, token);
        serves("<td>1</td>");
        var wall = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            int edition = i + 2;
            Files.writeString(folder.resolve(LESSON), Lessons.lesson("Lesson 15 of course 3", edition));
            server.push(folder, SCHOOL, token);
            wall[i] = publish(SCHOOL, token, edition);
            serves("<td>" + edition + "</td>");
        }
        Seed.delete(folder.resolve(".coursewright"));
        var warm = all(folder, SECOND, server.schoolWithToken(SECOND));
        var builds = new ArrayList<Spent>();
        for (int i = 0; i < BUILDS; i++) builds.add(hugo.build());
        builds.sort(Comparator.comparingDouble(Spent::seconds));
        var theirs = builds.get(BUILDS / 2);
        return List.of(
                new Figure("publish", Starts.middle(wall), "s", 0.1),
                new Figure("publish.all", warm.seconds() / theirs.seconds(), "x hugo", 1),
                new Figure("publish.all.cold", cold.seconds() / theirs.seconds(), "x hugo", 1),
                Figure.told("publish.all.wall", warm.seconds(), "s"),
                Figure.told("publish.all.cpu", warm.cpu(), "CPU s"),
                Figure.told("publish.all.cold.wall", cold.seconds(), "s"),
                Figure.told("publish.all.cold.cpu", cold.cpu(), "CPU s"),
                Figure.told("publish.hugo.wall", theirs.seconds(), "s"),
                Figure.told("publish.hugo.cpu", theirs.cpu(), "CPU s"),
                Figure.told("publish.hugo.pages", hugo.pages(), "pages"));
    }

    private Spent all(Path folder, String school, String token) throws IOException, InterruptedException {
        server.push(folder, school, token);
        double before = server.processes().cpuMillis();
        double seconds = publish(school, token, 1);
        return new Spent(seconds, (server.processes().cpuMillis() - before) / 1000);
    }

    /// Seconds.
    private double publish(String school, String token, int revision) throws IOException {
        try (var line = new Line(server.port())) {
            long began = System.nanoTime();
            var answer = line.post("localhost:" + server.port(), "/api/v1/schools/" + school + "/publications",
                    "Authorization: Bearer " + token + "\r\nContent-Type: application/json\r\n",
                    "{\"source\": \"\", \"revision\": " + revision + "}");
            double seconds = (System.nanoTime() - began) / 1e9;
            if (answer.status() != 201)
                throw new IOException(answer.status() + ": " + new String(answer.body(), StandardCharsets.UTF_8));
            return seconds;
        }
    }

    private void serves(String text) throws IOException {
        try (var line = new Line(server.port())) {
            var page = line.get(SCHOOL + ".localhost:" + server.port(), "/courses/course-3/lesson-15", "");
            if (page.status() != 200 || !new String(page.body(), StandardCharsets.UTF_8).contains(text))
                throw new IOException("the published page is not served: " + page.status());
        }
    }
}
