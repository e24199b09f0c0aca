package org.coursewright.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `test-time`: what the last `bin/test` and the last `bin/test --fast` took, as those have written it down.
final class TestTimes {

    private TestTimes() {}

    static List<Figure> read(Path home) throws IOException {
        var figures = new ArrayList<Figure>();
        add(figures, "test-time", home.resolve("target/test-times"), 600);
        add(figures, "test-time.fast", home.resolve("target/test-times-fast"), 120);
        if (figures.isEmpty()) System.err.println("test-time: run bin/test first");
        return figures;
    }

    private static void add(List<Figure> figures, String name, Path file, double most) throws IOException {
        if (!Files.exists(file)) return;
        double seconds = 0;
        for (var line : Files.readAllLines(file)) seconds += Double.parseDouble(line.split(" ")[1]);
        figures.add(new Figure(name, seconds, "s", most));
    }
}
