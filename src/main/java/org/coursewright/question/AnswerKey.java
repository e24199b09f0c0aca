package org.coursewright.question;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coursewright.platform.Hash;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The sealed part of a question, opened: for scoring, and for showing once that is allowed.
///
/// @param right ids of what is right; of an order: in the right order
/// @param pairs of a match: left id to right id; of a series: statement to yes or no
/// @param accepted texts to fill in, or regular expressions `/…/`
/// @param tolerance such as `0.5`, or `2%`
/// @param checks what proves the steps of a lab, in their order
/// @param why option id to its explanation, Markdown
/// @param files path to hash of the files that the explanation shows
public record AnswerKey(
        List<String> right,
        Map<String, String> pairs,
        List<String> accepted,
        @Nullable BigDecimal number,
        @Nullable String tolerance,
        List<Criterion> rubric,
        List<Check> checks,
        Map<String, String> why,
        String explanation,
        List<Source> references,
        Map<String, Hash> files) {

    /// What an essay is judged by.
    public record Criterion(String text, int points) {}

    /// What proves a step of a lab.
    public record Check(@Nullable String output, @Nullable String json, int points) {}

    /// A place to read more.
    ///
    /// @param checked day on which somebody last looked, as written
    public record Source(String title, String url, @Nullable String checked) {}

    /// @param sealed what `question_key` keeps
    public static AnswerKey of(JsonNode sealed) {
        var number = sealed.path("number").asString("");
        return new AnswerKey(
                texts(sealed.path("key")),
                map(sealed.path("pairs")),
                texts(sealed.path("accept")),
                number.isEmpty() ? null : new BigDecimal(number),
                text(sealed, "tolerance"),
                sealed.path("rubric").valueStream()
                        .map(one -> new Criterion(one.path("text").asString(""), points(one)))
                        .toList(),
                sealed.path("checks").valueStream()
                        .map(one -> new Check(text(one, "output"), text(one, "json"), points(one)))
                        .toList(),
                map(sealed.path("why")),
                sealed.path("explanation").asString(""),
                sealed.path("references").valueStream().map(AnswerKey::source).toList(),
                files(sealed.path("files")));
    }

    private static Source source(JsonNode written) {
        var url = written.path("url").asString("");
        return new Source(written.path("title").asString(url), url, text(written, "checked"));
    }

    private static int points(JsonNode written) {
        return Math.max(1, written.path("points").asInt(1));
    }

    private static @Nullable String text(JsonNode of, String key) {
        var text = of.path(key).asString("");
        return text.isEmpty() ? null : text;
    }

    private static List<String> texts(JsonNode written) {
        return written.valueStream().map(JsonNode::asString).toList();
    }

    private static Map<String, String> map(JsonNode written) {
        var map = new TreeMap<String, String>();
        written.forEachEntry((key, value) -> map.put(key, value.asString("")));
        return map;
    }

    private static Map<String, Hash> files(JsonNode written) {
        var files = new HashMap<String, Hash>();
        written.forEachEntry((path, hash) -> files.put(path, new Hash(hash.asString())));
        return Map.copyOf(files);
    }
}
