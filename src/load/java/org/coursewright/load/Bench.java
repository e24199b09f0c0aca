package org.coursewright.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// `bin/bench [--small] [--json] [FIGURE…]`: measures, one line for each figure, and ends with 1 when a goal is missed.
final class Bench {

    private static final Set<String> PAGES = new LinkedHashSet<>(List.of(
            "lesson-page", "lesson-page-spread", "dashboard", "outline", "home", "statements", "memory"));
    private static final Set<String> ALL = new LinkedHashSet<>(PAGES);

    static {
        ALL.addAll(List.of("start", "publish", "peers", "flat", "sign-in", "restore", "roll", "faults", "video-faults", "alerts", "fuzz",
                "ladder", "first-playable", "viewers", "save", "starts", "submit", "exam-growth", "exam-faults", "test-time"));
    }

    private Bench() {}

    public static void main(String... arguments) throws Exception {
        var words = new ArrayList<>(List.of(arguments));
        var home = Path.of(words.removeFirst());
        boolean json = words.remove("--json");
        boolean small = words.remove("--small");
        var wanted = words.isEmpty() ? ALL : new LinkedHashSet<>(words);
        var unknown = wanted.stream().filter(name -> !ALL.contains(name)).toList();
        if (!unknown.isEmpty()) {
            System.err.println("No figure is called " + String.join(", ", unknown) + ". There are: " + String.join(", ", ALL));
            System.exit(2);
        }
        var work = Files.createDirectories(home.resolve("target/bench"));
        var seed = small ? Seed.SMALL : Seed.FULL;
        var figures = new ArrayList<Figure>();
        Starts.once(home, work);
        if (wanted.contains("start")) figures.addAll(told(json, Starts.measure(home, work, seed)));
        if (wanted.stream().anyMatch(PAGES::contains))
            figures.addAll(told(json, HotPages.measure(home, work, seed, small ? 1000 : 6000, wanted)));
        if (wanted.contains("publish")) figures.addAll(told(json, Publishing.measure(home, work)));
        if (wanted.contains("peers")) figures.addAll(told(json, Peers.measure(home, work, small ? 1000 : 6000)));
        if (wanted.contains("flat")) figures.addAll(told(json, Growth.measure(home, work, small ? 500 : 3000)));
        if (wanted.contains("sign-in")) figures.addAll(told(json, SignInTimes.measure(home, work)));
        if (wanted.contains("roll")) figures.addAll(told(json, Rolling.measure(home, work)));
        if (wanted.contains("restore")) figures.addAll(told(json, Restores.measure(home, work, seed)));
        if (wanted.contains("faults")) figures.addAll(told(json, Faults.measure(home, work, small ? 25 : 200)));
        if (wanted.contains("video-faults"))
            figures.addAll(told(json, VideoFaults.measure(home, work, small ? 5 : 20)));
        if (wanted.contains("alerts")) figures.addAll(told(json, AlertTimes.measure(home, work)));
        if (wanted.contains("fuzz")) figures.addAll(told(json, Fuzz.measure(home, work, small ? 5 : 100)));
        if (wanted.contains("ladder")) figures.addAll(told(json, Ladders.measure(home, work, small)));
        if (wanted.contains("first-playable")) figures.addAll(told(json, FirstPlayable.measure(home, work, small)));
        if (wanted.contains("viewers")) figures.addAll(told(json, Viewers.measure(home, work)));
        if (wanted.contains("save")) figures.addAll(told(json, AnswerSaves.measure(home, work, small)));
        if (wanted.contains("starts")) figures.addAll(told(json, ExamStarts.measure(home, work, small)));
        if (wanted.contains("submit")) figures.addAll(told(json, Submissions.measure(home, work, small)));
        if (wanted.contains("exam-growth")) figures.addAll(told(json, ExamGrowth.measure(home, work, small)));
        if (wanted.contains("exam-faults"))
            figures.addAll(told(json, ExamFaults.measure(home, work, small ? 50 : 500)));
        if (wanted.contains("test-time")) figures.addAll(told(json, TestTimes.read(home)));
        if (json) System.out.println("[" + String.join(",\n ", figures.stream().map(Figure::json).toList()) + "]");
        System.exit(figures.stream().allMatch(Figure::holds) ? 0 : 1);
    }

    private static List<Figure> told(boolean json, List<Figure> figures) {
        if (!json) figures.forEach(figure -> System.out.println(figure.line()));
        return figures;
    }
}
