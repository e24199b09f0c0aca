package org.coursewright.gates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// `docs/gates.md`: its text, and the rows of its tables.
final class GateTable {

    static final Path FILE = Path.of("docs/gates.md");

    /// Where the requests of a table go.
    enum Place {
        SCHOOL("## On the host of a school"), PLATFORM("## On the platform"), PREVIEW(
                "## On the host of a preview"), API("## The API, and uploads");

        private final String heading;

        Place(String heading) {
            this.heading = heading;
        }
    }

    /// @param line number in the text, from 0
    /// @param answers in the order of `people`
    record Row(int line, Place place, List<String> people, String method, String path, String sends,
            List<String> answers) {

        String request() {
            return place.name().toLowerCase() + " " + method + " " + path + (sends.isEmpty() ? "" : " with " + sends);
        }

        Row with(List<String> others) {
            return new Row(line, place, people, method, path, sends, others);
        }

        String text() {
            return "| " + method + " " + path + " | " + sends + (sends.isEmpty() ? "| " : " | ")
                    + String.join(" | ", answers) + " |";
        }
    }

    private final List<String> lines;
    private final List<Row> rows = new ArrayList<>();

    GateTable() throws IOException {
        lines = new ArrayList<>(Files.readAllLines(FILE));
        Place place = null;
        List<String> people = List.of();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            for (var one : Place.values())
                if (line.equals(one.heading)) place = one;
            if (place == null || !line.startsWith("|") || line.startsWith("|---")) continue;
            var cells = cells(line);
            if (cells.getFirst().equals("Request")) {
                people = cells.subList(2, cells.size());
                continue;
            }
            var request = cells.getFirst().split(" ", 2);
            rows.add(new Row(i, place, people, request[0], request[1], cells.get(1), cells.subList(2, cells.size())));
        }
    }

    List<Row> rows() {
        return rows;
    }

    String text() {
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    /// The text with other answers.
    String textWith(List<Row> answered) {
        var text = new ArrayList<>(lines);
        answered.forEach(row -> text.set(row.line(), row.text()));
        return text.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<String> cells(String line) {
        var inside = line.substring(1, line.length() - 1);
        return Arrays.stream(inside.split("\\|", -1)).map(String::strip).toList();
    }
}
