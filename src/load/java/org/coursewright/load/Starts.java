package org.coursewright.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// `start`: from the start of the process to the first answered page, PostgreSQL included; the middle of five.
final class Starts {

    private static final int TIMES = 5;

    private Starts() {}

    /// As an operator finds it from the second start on: with the cache of classes that the first one makes, in which a
    /// school was made and published.
    static void once(Path home, Path work) throws Exception {
        if (Files.exists(home.resolve("target/app/serve.aot"))) return;
        System.err.println("Starting for the first time …");
        var fresh = work.resolve("fresh");
        Seed.delete(fresh);
        var folder = work.resolve("fresh-folder");
        Seed.delete(folder);
        try (var server = new Server(home, fresh)) {
            server.push(Lessons.school(folder, 2, 50), "first", server.schoolWithToken("first"), "--publish");
        }
    }

    static List<Figure> measure(Path home, Path work, Seed seed) throws Exception {
        var figures = new ArrayList<Figure>();
        var fresh = work.resolve("fresh");
        Seed.delete(fresh);
        try (var first = new Server(home, fresh)) {
            figures.add(Figure.told("start.first", first.startedAfterMillis() / 1000, "s"));
        }
        var data = seed.ready(home, work);
        var wall = new double[TIMES];
        var cpu = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            try (var server = new Server(home, data)) {
                wall[i] = server.startedAfterMillis() / 1000;
                cpu[i] = server.processes().cpuMillis() / 1000;
            }
        }
        figures.add(new Figure("start", middle(wall), "s", 3));
        figures.add(Figure.told("start.cpu", middle(cpu), "CPU s"));
        return figures;
    }

    static double middle(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
