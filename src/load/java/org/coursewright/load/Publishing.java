package org.coursewright.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `publish`: from the order to the answer, after which the new page is served, in a school of 500 lessons that are
/// already pushed: all of them from nothing, and one that was edited (the middle of nine).
final class Publishing {

    private static final int TIMES = 9;
    private static final String SCHOOL = "pub";
    private static final String LESSON = "courses/course-3/02-part2/015-lesson-15.md";

    private final Server server;
    private final String token;

    private Publishing(Server server, String token) {
        this.server = server;
        this.token = token;
    }

    static List<Figure> measure(Path home, Path work) throws Exception {
        var data = work.resolve("publishing");
        Seed.delete(data);
        var folder = work.resolve("publishing-folder");
        Seed.delete(folder);
        Lessons.school(folder, 10, 50);
        try (var server = new Server(home, data)) {
            return new Publishing(server, server.schoolWithToken(SCHOOL)).figures(folder);
        }
    }

    private List<Figure> figures(Path folder) throws Exception {
        server.push(folder, SCHOOL, token);
        double before = server.processes().cpuMillis();
        double all = publish(1);
        double cpu = server.processes().cpuMillis() - before;
        serves("<td>1</td>");
        var wall = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            int edition = i + 2;
            Files.writeString(folder.resolve(LESSON), Lessons.lesson("Lesson 15 of course 3", edition));
            server.push(folder, SCHOOL, token);
            wall[i] = publish(edition);
            serves("<td>" + edition + "</td>");
        }
        return List.of(
                new Figure("publish", Starts.middle(wall), "s", 0.1),
                Figure.told("publish.all", all, "s"),
                Figure.told("publish.all.cpu", cpu / 1000, "CPU s"));
    }

    /// Seconds.
    private double publish(int revision) throws IOException {
        try (var line = new Line(server.port())) {
            long began = System.nanoTime();
            var answer = line.post("localhost:" + server.port(), "/api/v1/schools/" + SCHOOL + "/publications",
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
