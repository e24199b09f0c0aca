package org.coursewright.question;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coursewright.content.Version;
import org.jspecify.annotations.Nullable;

/// A key made ready to be shown, to whom its question was released. Texts are safe HTML.
///
/// @param right ids of what is right; of an order: in the right order
/// @param pairs of a match: left id to right id; of a series: statement to yes or no
/// @param accepted texts that are right, plain; regular expressions as `/…/`
/// @param number that is right, plain
/// @param tolerance as the author wrote it
/// @param areas of a hotspot that are right
/// @param why option id to its explanation
/// @param explanation may be empty
public record ShownKey(
        List<String> right,
        Map<String, String> pairs,
        List<String> accepted,
        @Nullable String number,
        @Nullable String tolerance,
        List<Area> areas,
        List<AnswerKey.Criterion> rubric,
        Map<String, String> why,
        String explanation,
        List<AnswerKey.Source> references) {

    /// @param shape `rect`: x y width height; `circle`: x y radius; `polygon`: x y x y …
    /// @param at in percent of the picture
    public record Area(String id, String shape, List<Double> at) {}

    /// @param version of the question that the key belongs to
    public static ShownKey of(Version version, AnswerKey key, FileAddress addresses) {
        var text = QuestionText.of(version.path(), key.files(), addresses);
        var why = new TreeMap<String, String>();
        key.why().forEach((option, reason) -> why.put(option, text.html(reason)));
        return new ShownKey(
                key.right(), key.pairs(), key.accepted(),
                key.number() == null ? null : key.number().toPlainString(), key.tolerance(),
                areas(Question.of(version.front()), key),
                key.rubric(), why, text.html(key.explanation()),
                key.references().stream().filter(source -> source.url().matches("https?://.*")).toList());
    }

    private static List<Area> areas(Question question, AnswerKey key) {
        if (!(question instanceof Question.Hotspot hotspot)) return List.of();
        return hotspot.areas().stream()
                .filter(area -> key.right().contains(area.id()))
                .map(area -> new Area(area.id(), area.outline().shape().word(), area.outline().at()))
                .toList();
    }
}
