package org.coursewright.question;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coursewright.content.About;
import org.coursewright.content.Alone;
import org.coursewright.content.YamlValue;
import org.jspecify.annotations.Nullable;

/// The keys of a `yaml question` block: every kind of question and every setting.
@About("The fenced `yaml question` block at the end of a question.")
record QuestionKeys(
        @About("Stays when the question is edited or moved.") @Nullable String id,
        @About("How it is answered; found from its options by default.") @Nullable QuestionKind kind,
        @About("The right answer: ids of options or areas, a number, or yes and no by statement.") @Nullable YamlValue key,
        @About("Options, statements, or what is put in order; the task list by default.") List<Option> options,
        @About("Texts that are right; /…/ is a regular expression.") List<String> accept,
        @About("How far off a number may be, such as 0.5 or 2%.") @Nullable String tolerance,
        @About("Areas of the picture.") List<Area> areas,
        @About("Left side to right side.") Map<String, String> pairs,
        @About("More right sides, or words to pick from among those of accept, that are not right.") List<String> pool,
        @About("What an essay is judged by.") List<Criterion> rubric,
        @About("Steps of a lab and what proves them.") List<Check> checks,
        @About("exact: all or nothing; partial: each part counts.") QuestionDefaults.@Nullable Score score,
        @About("false: options stay in their order; pin-last: all but the last are shuffled.") QuestionDefaults.@Nullable Shuffle shuffle,
        @About("Questions that never stand in the same exam, by id.") List<String> enemies,
        @About("true: tried out, does not count.") boolean unscored,
        @About("Domain of the exam, by its id.") @Nullable String domain,
        @About("Task of the exam, by its id.") @Nullable String task,
        @About("How hard it is.") QuestionDefaults.@Nullable Difficulty difficulty,
        @About("Words to find and group questions by.") List<String> tags,
        @About("The case study that it belongs to, by id; the heading above by default.") @Nullable String stimulus,
        @About("Why the answer is right.") @Nullable String explanation,
        @About("Where to read more.") List<Source> references) {

    /// A question without a block.
    static final QuestionKeys NONE = new QuestionKeys(
            null, null, null, List.of(), List.of(), null, List.of(), Map.of(), List.of(), List.of(), List.of(), null,
            null, List.of(), false, null, null, null, List.of(), null, null, List.of());

    /// @param why why it is right or wrong
    record Option(
            @About("A letter by default.") @Nullable String id,
            @About("Markdown.") @Alone @Nullable String text,
            @About("true: it is right.") boolean right,
            @About("Why it is right or wrong.") @Nullable String why) {}

    /// A part of a picture.
    record Area(
            @About("A word for the key.") @Nullable String id,
            @About("What lies there, for those who do not see it.") @Nullable String label,
            @About("rect: x y width height; circle: x y radius; polygon: x y x y …, in percent.") @Nullable Shape shape,
            @About("Numbers in percent of the picture.") List<BigDecimal> at) {}

    /// The outlines that an area can have.
    enum Shape {
        RECT, CIRCLE, POLYGON;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What an essay is judged by.
    record Criterion(
            @About("What the reader looks for.") @Alone @Nullable String text,
            @About("How much it counts; 1 by default.") @Nullable Integer points) {}

    /// A step of a lab.
    record Check(
            @About("What is to be done.") @Alone @Nullable String title,
            @About("Regular expression on the pasted output.") @Nullable String output,
            @About("JSONPath that must find something in the pasted output.") @Nullable String json,
            @About("How much it counts; 1 by default.") @Nullable Integer points) {}

    /// A place to read more.
    record Source(
            @About("What the link says.") @Nullable String title,
            @About("Where it leads.") @Alone @Nullable String url,
            @About("Day on which somebody last looked, such as 2026-11-22.") @Nullable String checked) {}
}
