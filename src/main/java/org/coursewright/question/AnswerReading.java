package org.coursewright.question;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.coursewright.content.YamlValue;
import org.jspecify.annotations.Nullable;

/// Finds out what is offered and what is right, for each kind of question; notes what cannot be.
final class AnswerReading {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,10})?([eE]-?\\d{1,3})?");
    private static final int MOST_POINTS = 1000;
    private static final Pattern TOLERANCE = Pattern.compile("\\d{1,15}(\\.\\d{1,10})?%?");

    private final QuestionKind kind;
    private final Written written;
    private final QuestionKeys keys;
    private final Problems problems;
    final List<Question.Option> options = new ArrayList<>();
    final List<Question.Option> left = new ArrayList<>();
    final List<Question.Option> right = new ArrayList<>();
    final List<Question.Option> steps = new ArrayList<>();
    final List<String> key = new ArrayList<>();
    final Map<String, String> pairs = new TreeMap<>();
    final Map<String, String> why = new TreeMap<>();
    @Nullable
    String number;

    /// Notes a problem at a key of the block, or at the question where that has none.
    @FunctionalInterface
    interface Problems {
        void error(String key, String message);
    }

    AnswerReading(QuestionKind kind, Written written, QuestionKeys keys, Problems problems) {
        this.kind = kind;
        this.written = written;
        this.keys = keys;
        this.problems = problems;
        switch (kind) {
            case SINGLE, MULTIPLE -> choice();
            case YES_NO_SERIES -> series();
            case ORDER -> order();
            case MATCH -> match();
            case FILL -> fill();
            case NUMERIC -> number();
            case HOTSPOT -> hotspot();
            case LAB -> lab();
            case ESSAY -> essay();
            case CASE -> {
            }
        }
    }

    /// Kind of a question that does not say.
    static QuestionKind kind(Written written, QuestionKeys keys) {
        if (keys.kind() != null) return keys.kind();
        if (!keys.pairs().isEmpty()) return QuestionKind.MATCH;
        if (!keys.areas().isEmpty()) return QuestionKind.HOTSPOT;
        if (!keys.accept().isEmpty()) return QuestionKind.FILL;
        if (!keys.checks().isEmpty()) return QuestionKind.LAB;
        if (!keys.rubric().isEmpty()) return QuestionKind.ESSAY;
        if (keys.tolerance() != null) return QuestionKind.NUMERIC;
        long right = keys.key() instanceof YamlValue.Sequence sequence
                ? sequence.values().size()
                : keys.options().stream().filter(QuestionKeys.Option::right).count()
                        + written.options().stream().filter(Written.Option::right).count();
        return right > 1 ? QuestionKind.MULTIPLE : QuestionKind.SINGLE;
    }

    private void choice() {
        offered().forEach(this::offer);
        offered().filter(Written.Option::right).forEach(option -> key.add(idOf(option)));
        if (keys.key() != null) {
            key.clear();
            texts(keys.key()).forEach(id -> known(id, options).ifPresent(key::add));
        }
        atLeastTwo();
        if (key.isEmpty())
            problems.error("key", "This question has no right answer. Mark it with [x].");
        if (kind == QuestionKind.SINGLE && key.size() > 1)
            problems.error("kind", "A question of kind single has one right answer; this one has " + key.size()
                    + ". Take 'kind: multiple'.");
        key.sort(null);
    }

    private void series() {
        offered().forEach(this::offer);
        offered().forEach(option -> pairs.put(idOf(option), option.right() ? "yes" : "no"));
        switch (keys.key()) {
            case null -> {
            }
            case YamlValue.Mapping map -> map.values().forEach((id, value) -> known(id, options)
                    .ifPresent(found -> truth(value).ifPresent(yes -> pairs.put(found, yes))));
            case YamlValue.Sequence list when list.values().size() == options.size() -> {
                for (int i = 0; i < options.size(); i++) {
                    var id = options.get(i).id();
                    truth(list.values().get(i)).ifPresent(yes -> pairs.put(id, yes));
                }
            }
            default -> problems.error("key", "The 'key' of a series says yes or no for each of its statements.");
        }
        atLeastTwo();
    }

    private void order() {
        var asWritten = offered().toList();
        var sorted = new ArrayList<>(asWritten);
        sorted.sort(Comparator.comparing(Written.Option::text));
        var ids = new HashMap<Written.Option, String>();
        for (var option : sorted) {
            var id = option.id() == null ? letter(ids.size()) : option.id();
            ids.put(option, id);
            options.add(new Question.Option(id, option.text()));
            if (!option.why().isBlank()) why.put(id, option.why());
        }
        if (keys.key() == null) asWritten.forEach(option -> key.add(ids.getOrDefault(option, "")));
        else
            texts(keys.key()).forEach(id -> known(id, options).ifPresent(key::add));
        atLeastTwo();
        if (keys.key() != null && key.stream().distinct().count() != options.size())
            problems.error("key", "The 'key' of an order names each of its options once.");
    }

    private void match() {
        if (keys.pairs().size() < 2)
            problems.error("pairs", "A match needs 'pairs': two or more lines 'left: right'.");
        var rights = Stream.concat(keys.pairs().values().stream(), keys.pool().stream()).distinct().sorted().toList();
        rights.forEach(text -> right.add(new Question.Option("r" + (right.size() + 1), text)));
        keys.pairs().forEach((one, other) -> {
            var id = "l" + (left.size() + 1);
            left.add(new Question.Option(id, one));
            pairs.put(id, "r" + (rights.indexOf(other) + 1));
        });
    }

    private void fill() {
        if (keys.accept().isEmpty())
            problems.error("accept", "A question to fill in needs 'accept': the texts that are right.");
        for (var text : keys.accept())
            AuthorPattern.within(text).ifPresent(pattern -> note("accept", AuthorPattern.fault(pattern)));
    }

    private void note(String key, Optional<String> fault) {
        fault.ifPresent(message -> problems.error(key, message));
    }

    /// The words to pick from: with those that are right among them, sorted so that their order tells nothing.
    List<String> pool() {
        if (kind != QuestionKind.FILL || keys.pool().isEmpty()) return List.of();
        return Stream.concat(keys.pool().stream(), keys.accept().stream())
                .filter(text -> AuthorPattern.within(text).isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    private void number() {
        var text = keys.key() instanceof YamlValue.Text one ? one.text().strip() : "";
        if (NUMBER.matcher(text).matches()) number = new BigDecimal(text).toPlainString();
        else
            problems.error("key", "A numeric question needs 'key': the number that is right.");
        if (keys.tolerance() != null && !TOLERANCE.matcher(keys.tolerance()).matches())
            problems.error("tolerance", "A 'tolerance' is a number such as 0.5, or a share such as 2%.");
    }

    private void hotspot() {
        if (keys.areas().isEmpty())
            problems.error("areas", "A hotspot needs 'areas': parts of its picture with an id, a shape and a place.");
        for (var area : keys.areas()) {
            if (area.id() == null || area.shape() == null || !fits(area.shape(), area.at().size()))
                problems.error("areas", "An area needs an id, a shape and its numbers: rect has x, y, width, height; "
                        + "circle x, y, radius; polygon three or more pairs x, y.");
            else
                options.add(new Question.Option(area.id(), area.label() == null ? area.id() : area.label()));
        }
        if (keys.key() != null) texts(keys.key()).forEach(id -> known(id, options).ifPresent(key::add));
        if (key.isEmpty()) problems.error("key", "A hotspot needs 'key': the ids of the areas that are right.");
        options.clear();
        key.sort(null);
    }

    private void lab() {
        if (keys.checks().isEmpty())
            problems.error("checks", "A lab needs 'checks': its steps and what proves them.");
        for (var check : keys.checks()) {
            steps.add(new Question.Option("s" + (steps.size() + 1), check.title() == null ? "" : check.title()));
            if (check.output() == null && check.json() == null)
                problems.error("checks", "A step of a lab needs 'output' or 'json': what proves it.");
            if (check.output() != null) note("checks", AuthorPattern.fault(check.output()));
            if (check.json() != null) note("checks", JsonSearch.fault(check.json()));
            points("checks", check.points());
        }
    }

    private void essay() {
        if (keys.rubric().isEmpty())
            problems.error("kind", "An essay needs a 'rubric': what its reader looks for, a line each.");
        keys.rubric().forEach(criterion -> points("rubric", criterion.points()));
    }

    private void points(String key, @Nullable Integer points) {
        if (points != null && (points < 1 || points > MOST_POINTS))
            problems.error(key, "'points' is a whole number from 1 to " + MOST_POINTS + ".");
    }

    private static boolean fits(QuestionKeys.Shape shape, int numbers) {
        return switch (shape) {
            case RECT -> numbers == 4;
            case CIRCLE -> numbers == 3;
            case POLYGON -> numbers >= 6 && numbers % 2 == 0;
        };
    }

    /// Options of the block, else of the task list; each with its id.
    private Stream<Written.Option> offered() {
        var all = new ArrayList<Written.Option>();
        for (var option : keys.options())
            all.add(new Written.Option(
                    option.id(), option.text() == null ? "" : option.text(), option.right(),
                    option.why() == null ? "" : option.why(), written.line()));
        var chosen = all.isEmpty() ? written.options() : all;
        if (kind == QuestionKind.ORDER) return chosen.stream();
        var named = new LinkedHashMap<String, Written.Option>();
        for (var option : chosen) {
            var id = option.id() == null ? letter(named.size()) : option.id();
            if (named.put(id,
                    new Written.Option(id, option.text(), option.right(), option.why(), option.line())) != null)
                problems.error("options", "Two options have the id '" + id + "'. Give one of them another.");
        }
        return named.values().stream();
    }

    private void offer(Written.Option option) {
        options.add(new Question.Option(idOf(option), option.text()));
        if (!option.why().isBlank()) why.put(idOf(option), option.why());
    }

    private void atLeastTwo() {
        if (options.size() < 2)
            problems.error("options",
                    "This question needs two or more options: lines that begin with '- [ ]' or '- [x]'.");
        options.stream().filter(option -> option.text().isBlank()).findFirst().ifPresent(option -> problems
                .error("options", "Option " + option.id() + " of this question is empty. Write it."));
    }

    private Optional<String> known(String id, List<Question.Option> among) {
        var found = among.stream()
                .map(Question.Option::id)
                .filter(one -> one.equalsIgnoreCase(id))
                .findFirst();
        if (found.isEmpty())
            problems.error("key", "The 'key' names '" + id + "', which is none of: "
                    + String.join(", ", among.stream().map(Question.Option::id).toList()) + ".");
        return found;
    }

    private Optional<String> truth(YamlValue value) {
        var word = value instanceof YamlValue.Text text ? text.text().toLowerCase(Locale.ROOT) : "";
        switch (word) {
            case "yes", "true" -> {
                return Optional.of("yes");
            }
            case "no", "false" -> {
                return Optional.of("no");
            }
            default -> problems.error("key", "The 'key' of a series says yes or no, not '" + word + "'.");
        }
        return Optional.empty();
    }

    private static List<String> texts(YamlValue value) {
        return switch (value) {
            case YamlValue.Text text -> List.of(text.text().strip());
            case YamlValue.Sequence list -> list.values().stream().flatMap(one -> texts(one).stream()).toList();
            case YamlValue.Mapping _ -> List.of();
        };
    }

    private static String idOf(Written.Option option) {
        return String.valueOf(option.id());
    }

    private static String letter(int place) {
        return place < 26 ? String.valueOf((char) ('a' + place)) : "o" + (place + 1);
    }
}
