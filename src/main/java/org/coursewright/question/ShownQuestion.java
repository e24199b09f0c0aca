package org.coursewright.question;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.coursewright.content.Version;

/// A question made ready to be shown, and nothing of its key: it may be sent to whoever answers it. Texts are safe HTML.
///
/// @param kind as authors write it: `yes-no-series`
/// @param title what its heading asks, to stand in a heading; empty where the stem says it
/// @param stem what is asked, below the heading; of a hotspot: its first picture is the one to point at
/// @param options to choose, to order, or to say yes or no to
/// @param left of a match
/// @param right of a match
/// @param pool words to pick from, plain text; empty = a text is typed
/// @param areas of a hotspot by their labels, for those who pick from a list; empty = there is none
/// @param steps of a lab
/// @param choose how many options or areas are right; 0 = one, or any number
/// @param files path to SHA-256 of what it shows, to be loaded before time runs
public record ShownQuestion(
        String kind,
        String title,
        String stem,
        List<Choice> options,
        List<Choice> left,
        List<Choice> right,
        List<String> pool,
        List<Choice> areas,
        List<Choice> steps,
        int choose,
        Map<String, String> files) {

    /// @param html inline where it is one paragraph
    public record Choice(String id, String html) {}

    /// In the order of the author.
    ///
    /// @throws IllegalArgumentException when the version is a case study: see [ShownCase]
    public static ShownQuestion of(Version version, FileAddress addresses) {
        var question = Question.of(version.front());
        var text = QuestionText.of(version.path(), version.files(), addresses);
        var files = new TreeMap<String, String>();
        version.files().forEach((path, hash) -> files.put(path, hash.hex()));
        var shown = new ShownQuestion(
                question.kind().word(), text.inline(title(version)), text.html(version.body()),
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), 0, files);
        return switch (question) {
            case Question.SingleChoice choice -> shown.withOptions(choices(text, choice.options()), 0);
            case Question.MultipleResponse choice ->
                shown.withOptions(choices(text, choice.options()), choice.choose());
            case Question.Ordering order -> shown.withOptions(choices(text, order.options()), 0);
            case Question.YesNoSeries series -> shown.withOptions(choices(text, series.statements()), 0);
            case Question.Matching match ->
                shown.withSides(choices(text, match.left()), choices(text, match.right()));
            case Question.FillIn fill -> shown.withPool(fill.pool());
            case Question.Hotspot hotspot -> shown.withAreas(labels(text, hotspot), hotspot.choose());
            case Question.Lab lab -> shown.withSteps(choices(text, lab.steps()));
            case Question.Numeric _,Question.Essay _ -> shown;
        };
    }

    /// In the order of an attempt.
    ///
    /// @param question of the same version
    public ShownQuestion shuffled(Question question, Shuffling order) {
        return switch (question) {
            case Question.SingleChoice choice -> withOptions(order.of(options, choice.shuffle()), choose);
            case Question.MultipleResponse choice -> withOptions(order.of(options, choice.shuffle()), choose);
            case Question.Ordering ordering -> withOptions(order.of(options, ordering.shuffle()), choose);
            case Question.Matching match -> withSides(left, order.of(right, match.shuffle()));
            case Question.Hotspot _ -> withAreas(order.of(areas, QuestionDefaults.Shuffle.TRUE), choose);
            case Question.FillIn _,Question.Numeric _,Question.YesNoSeries _,Question.Lab _,Question.Essay _ -> this;
        };
    }

    /// With each of its texts changed, such as addresses of files.
    public ShownQuestion with(UnaryOperator<String> change) {
        return new ShownQuestion(
                kind, change.apply(title), change.apply(stem), with(options, change), with(left, change),
                with(right, change), pool, with(areas, change), with(steps, change), choose, files);
    }

    private static List<Choice> with(List<Choice> choices, UnaryOperator<String> change) {
        return choices.stream().map(choice -> new Choice(choice.id(), change.apply(choice.html()))).toList();
    }

    /// A question without a heading is called by the first line of its stem, which would stand there twice.
    private static String title(Version version) {
        var first = version.body().lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return first.equals(version.title()) ? "" : version.title();
    }

    private static List<Choice> choices(QuestionText text, List<Question.Option> options) {
        return options.stream().map(option -> new Choice(option.id(), text.inline(option.text()))).toList();
    }

    private static List<Choice> labels(QuestionText text, Question.Hotspot hotspot) {
        if (!hotspot.hasList()) return List.of();
        return hotspot.areas().stream()
                .map(area -> new Choice(area.id(), text.inline(String.valueOf(area.label()))))
                .toList();
    }

    private ShownQuestion withOptions(List<Choice> shown, int choose) {
        return new ShownQuestion(kind, title, stem, shown, left, right, pool, areas, steps, choose, files);
    }

    private ShownQuestion withSides(List<Choice> left, List<Choice> right) {
        return new ShownQuestion(kind, title, stem, options, left, right, pool, areas, steps, choose, files);
    }

    private ShownQuestion withPool(List<String> pool) {
        return new ShownQuestion(kind, title, stem, options, left, right, pool, areas, steps, choose, files);
    }

    private ShownQuestion withAreas(List<Choice> areas, int choose) {
        return new ShownQuestion(kind, title, stem, options, left, right, pool, areas, steps, choose, files);
    }

    private ShownQuestion withSteps(List<Choice> steps) {
        return new ShownQuestion(kind, title, stem, options, left, right, pool, areas, steps, choose, files);
    }
}
