package org.coursewright.question;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A question as it is answered and scored: what its kind needs of that which a candidate may see.
public sealed interface Question {

    /// One option is right.
    record SingleChoice(List<Option> options, QuestionDefaults.Shuffle shuffle) implements Question {}

    /// Several options are right.
    ///
    /// @param choose how many are right; 0 = not known, in versions that did not say
    record MultipleResponse(List<Option> options, int choose, QuestionDefaults.Shuffle shuffle, boolean partial)
            implements
                Question {}

    /// Options are put in order.
    record Ordering(List<Option> options, QuestionDefaults.Shuffle shuffle, boolean partial) implements Question {}

    /// Each left side finds its right side; a right side may belong to none, or to several.
    record Matching(List<Option> left, List<Option> right, QuestionDefaults.Shuffle shuffle, boolean partial)
            implements
                Question {}

    /// A text is typed, or picked from a pool.
    record FillIn(List<String> pool) implements Question {}

    /// A number is typed.
    record Numeric() implements Question {}

    /// Areas of a picture are pointed at.
    ///
    /// @param areas right ones and others; with their outlines, which are for scoring only
    /// @param choose how many are right; 0 = not known
    record Hotspot(List<Area> areas, int choose, boolean partial) implements Question {

        /// Whether areas can be picked from a list of their labels without seeing the picture: each has a label, and
        /// they are more than the right ones, so that the list does not tell the answer.
        boolean hasList() {
            return areas.size() > Math.max(1, choose) && areas.stream().allMatch(area -> area.label() != null);
        }
    }

    /// Each statement is true or not.
    record YesNoSeries(List<Option> statements, boolean partial) implements Question {}

    /// Steps in a real system, each proved by pasted output.
    record Lab(List<Option> steps, boolean partial) implements Question {}

    /// A text that a person reads.
    record Essay() implements Question {}

    /// Something to choose, to order, to match or to do.
    ///
    /// @param text Markdown
    record Option(String id, String text) {}

    /// A part of a picture.
    ///
    /// @param label what lies there, for those who do not see it
    record Area(String id, @Nullable String label, Outline outline) {}

    /// The question of a version.
    ///
    /// @param front what the version keeps beside its text
    /// @throws IllegalArgumentException when it is a case study, which asks nothing itself
    static Question of(JsonNode front) {
        var kind = constant(QuestionKind.class, front.path("kind"), QuestionKind.CASE);
        var options = options(front.path("options"));
        var shuffle = constant(QuestionDefaults.Shuffle.class, front.path("shuffle"), QuestionDefaults.Shuffle.TRUE);
        var wholly = kind == QuestionKind.LAB ? QuestionDefaults.Score.PARTIAL : QuestionDefaults.Score.EXACT;
        boolean partial = constant(
                QuestionDefaults.Score.class, front.path("score"), wholly) == QuestionDefaults.Score.PARTIAL;
        int choose = front.path("choose").asInt(0);
        return switch (kind) {
            case SINGLE -> new SingleChoice(options, shuffle);
            case MULTIPLE -> new MultipleResponse(options, choose, shuffle, partial);
            case ORDER -> new Ordering(options, shuffle, partial);
            case MATCH -> new Matching(options(front.path("left")), options(front.path("right")), shuffle, partial);
            case FILL -> new FillIn(front.path("pool").valueStream().map(JsonNode::asString).toList());
            case NUMERIC -> new Numeric();
            case HOTSPOT -> new Hotspot(areas(front.path("areas")), choose, partial);
            case YES_NO_SERIES -> new YesNoSeries(options, partial);
            case LAB -> new Lab(options(front.path("steps")), partial);
            case ESSAY -> new Essay();
            case CASE -> throw new IllegalArgumentException("a case study asks nothing itself");
        };
    }

    /// How it is answered.
    default QuestionKind kind() {
        return switch (this) {
            case SingleChoice _ -> QuestionKind.SINGLE;
            case MultipleResponse _ -> QuestionKind.MULTIPLE;
            case Ordering _ -> QuestionKind.ORDER;
            case Matching _ -> QuestionKind.MATCH;
            case FillIn _ -> QuestionKind.FILL;
            case Numeric _ -> QuestionKind.NUMERIC;
            case Hotspot _ -> QuestionKind.HOTSPOT;
            case YesNoSeries _ -> QuestionKind.YES_NO_SERIES;
            case Lab _ -> QuestionKind.LAB;
            case Essay _ -> QuestionKind.ESSAY;
        };
    }

    private static List<Option> options(JsonNode written) {
        return written.valueStream()
                .map(one -> new Option(one.path("id").asString(""), one.path("text").asString("")))
                .toList();
    }

    private static List<Area> areas(JsonNode written) {
        return written.valueStream().map(Question::area).toList();
    }

    private static Area area(JsonNode written) {
        var numbers = written.path("at").valueStream().map(number -> new BigDecimal(number.asString())).toList();
        var shape = constant(QuestionKeys.Shape.class, written.path("shape"), QuestionKeys.Shape.RECT);
        var label = written.path("label").asString("");
        return new Area(written.path("id").asString(""), label.isBlank() ? null : label, Outline.of(shape, numbers));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, JsonNode word, E otherwise) {
        return word.isString()
                ? Enum.valueOf(type, word.asString().toUpperCase(Locale.ROOT).replace('-', '_'))
                : otherwise;
    }
}
