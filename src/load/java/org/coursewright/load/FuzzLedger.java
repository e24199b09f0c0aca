package org.coursewright.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What became of each input. An input that broke something is kept as a file, to be tried again alone.
final class FuzzLedger {

    /// 501 and 505 tell a client that speaks another protocol so; they are no faults of the program.
    private static final Set<Integer> PROTOCOL = Set.of(501, 505);
    private static final int MOST_TOLD = 40;

    private final Path kept;
    private final Map<String, Integer> inputs = new TreeMap<>();
    private final Map<String, Integer> refusals = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private double slowestMillis;
    private String slowest = "";

    FuzzLedger(Path kept) throws IOException {
        Seed.delete(kept);
        this.kept = Files.createDirectories(kept);
    }

    void input(String channel) {
        inputs.merge(channel, 1, Integer::sum);
    }

    void refused(String channel) {
        refusals.merge(channel, 1, Integer::sum);
    }

    /// Looks at an answer; whatever was sent, it must be one, soon, and no 5xx.
    Wire.Answer answered(String channel, int number, Wire.Answer answer, byte[] sent) {
        if (answer.millis() > slowestMillis) {
            slowestMillis = answer.millis();
            slowest = channel + " " + number;
        }
        if (answer.status() == Wire.NO_ANSWER) fault(channel, number, "no answer", sent);
        else if (answer.status() == Wire.HANGS) fault(channel, number, "hangs", sent);
        else if (answer.status() >= 500 && !PROTOCOL.contains(answer.status()))
            fault(channel, number, "status " + answer.status(), sent);
        return answer;
    }

    void fault(String channel, int number, String what, byte[] input) {
        faults.add(channel + " " + number + ": " + what);
        if (faults.size() <= MOST_TOLD) System.err.println("fuzz: " + faults.getLast());
        try {
            Files.write(kept.resolve(channel + "-" + number), input);
        } catch (IOException full) {
            throw new IllegalStateException(full);
        }
    }

    List<Figure> figures() {
        int all = inputs.values().stream().mapToInt(Integer::intValue).sum();
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("fuzz.faults", faults.size(), "of " + all, 0));
        figures.add(new Figure("fuzz.slowest", slowestMillis / 1000, "s", 5));
        inputs.forEach((channel, count) -> figures.add(Figure.told("fuzz." + channel, count, "inputs, "
                + refusals.getOrDefault(channel, 0) + " refused")));
        if (slowestMillis > 1000) System.err.println("fuzz: slowest was " + slowest);
        return figures;
    }
}
