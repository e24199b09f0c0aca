package org.coursewright.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An exam of 65 sums out of a bank of 400, and what an answer is worth: told from what is shown, without the program's
/// own scoring. Always the same.
final class ExamQuestions {

    static final int ASKED = 65;
    static final String EXAM = "bench";
    private static final int DOMAINS = 4;
    private static final int OF_EACH = 100;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern NUMBER = Pattern.compile("Sum (\\d+)");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private ExamQuestions() {}

    /// A question as a student has it.
    ///
    /// @param number that it has in the bank
    record Asked(int position, int number, String kind, List<Option> options) {

        private boolean right(int value) {
            return kind.equals("multiple") ? value % 2 == 0 : value == number + 7;
        }
    }

    /// @param value the number that it shows
    record Option(String id, int value) {}

    /// Adds the bank and the exam to a school's folder.
    static void write(Path folder) throws IOException {
        var bank = Files.createDirectories(folder.resolve("banks/" + EXAM));
        for (int domain = 1; domain <= DOMAINS; domain++) {
            var text = new StringBuilder("---\ndomain: d" + domain + "\n---\n\n");
            for (int i = 1; i <= OF_EACH; i++) text.append(question((domain - 1) * OF_EACH + i));
            Files.writeString(bank.resolve("d" + domain + ".md"), text);
        }
        var exam = Files.createDirectories(folder.resolve("exams/" + EXAM));
        Files.writeString(exam.resolve("exam.yaml"), "title: Sums\naccess: free\nbanks: [" + EXAM + "]\n");
        var blueprint = new StringBuilder("title: Sums, first edition\nminutes: 90\nitems: { scored: 50, unscored: 15 }\n"
                + "scale: { min: 100, max: 1000, pass: 720 }\nnavigation: free\ndomains:\n");
        for (int domain = 1; domain <= DOMAINS; domain++)
            blueprint.append("  - { id: d%d, title: Domain %d, weight: 25 }\n".formatted(domain, domain));
        Files.writeString(exam.resolve("first.yaml"), blueprint);
    }

    private static String question(int n) {
        var head = "### Sum " + n + ": %s <!-- id: sum-" + n + " -->\n\n";
        return switch (n % 4) {
            case 1 -> head.formatted("which of these are even?")
                    + options(n, 2 * n, true, 2 * n + 1, false, 2 * n + 5, false, 2 * n + 8, true)
                    + "```yaml question\nkind: multiple\nscore: partial\n```\n\n";
            case 2 -> head.formatted("what is three times as much?")
                    + "```yaml question\nkind: numeric\nkey: " + 3 * n + "\n```\n\n> Add it to its double.\n\n";
            default -> head.formatted("what is it and seven more?")
                    + options(n, n + 7, true, n + 6, false, n + 8, false, n + 70, false)
                    + "> Count on by seven.\n\n";
        };
    }

    private static String options(int n, Object... values) {
        var text = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            int at = (i + n) % 4;
            text.append("- [").append((boolean) values[2 * at + 1] ? "x" : " ").append("] ").append(values[2 * at])
                    .append("\n  > Count again.\n");
        }
        return text + "\n";
    }

    /// @param form JSON of `/attempts/CODE/form`
    static List<Asked> read(byte[] form) {
        var asked = new ArrayList<Asked>();
        for (var question : JSON.readTree(form).path("questions")) {
            var options = new ArrayList<Option>();
            for (var option : question.path("options"))
                options.add(new Option(option.path("id").asString(), number(DIGITS, option.path("html").asString())));
            asked.add(new Asked(question.path("position").asInt(),
                    number(NUMBER, question.path("title").asString() + question.path("stem").asString()),
                    question.path("kind").asString(), options));
        }
        if (asked.size() != ASKED) throw new IllegalStateException(asked.size() + " questions");
        return asked;
    }

    private static int number(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) throw new IllegalStateException("no number in " + text);
        return Integer.parseInt(found.group(found.groupCount()));
    }

    /// Some answer as JSON: two of three are right.
    static String answer(Asked asked, Random random) {
        boolean right = random.nextInt(3) > 0;
        if (asked.kind().equals("numeric")) return "\"" + (3 * asked.number() + (right ? 0 : 1 + random.nextInt(9))) + "\"";
        if (asked.kind().equals("single"))
            return "\"" + asked.options().stream().filter(option -> asked.right(option.value()) == right).findFirst()
                    .orElseThrow().id() + "\"";
        var ids = new TreeSet<String>();
        for (var option : asked.options())
            if (asked.right(option.value()) && (right || ids.isEmpty())) ids.add("\"" + option.id() + "\"");
        return "[" + String.join(",", ids) + "]";
    }

    /// From 0 to 1.
    ///
    /// @param answer JSON; null = none
    static double worth(Asked asked, JsonNode answer) {
        if (answer == null || answer.isNull()) return 0;
        if (asked.kind().equals("numeric")) return answer.asString().equals("" + 3 * asked.number()) ? 1 : 0;
        int right = 0;
        int points = 0;
        for (var option : asked.options()) {
            boolean chosen = answer.isArray() ? has(answer, option.id()) : answer.asString().equals(option.id());
            if (asked.right(option.value())) right++;
            if (chosen) points += asked.right(option.value()) ? 1 : -1;
        }
        return Math.max(0, points) / (double) right;
    }

    private static boolean has(JsonNode list, String id) {
        for (var one : list)
            if (one.asString().equals(id)) return true;
        return false;
    }
}
