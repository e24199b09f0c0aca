package org.coursewright.question;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What somebody answered: it fits the question, but may be wrong or not finished.
public sealed interface Answer {

    /// Nothing yet.
    record Unanswered() implements Answer {}

    /// Of a single choice: `"b"`.
    record Choice(String option) implements Answer {}

    /// Of a multiple response: `["a","c"]`; of a hotspot whose areas are picked from a list.
    record Choices(SortedSet<String> options) implements Answer {}

    /// Of an order: `["c","a","b"]`.
    record Order(List<String> options) implements Answer {}

    /// Of a match: `{"l1":"r2"}`; of a series: `{"a":"yes"}`.
    record Pairs(SortedMap<String, String> pairs) implements Answer {}

    /// A text to fill in, or an essay.
    record Text(String text) implements Answer {}

    /// A number, as typed: `"1,5"`.
    record Typed(String text, BigDecimal number) implements Answer {}

    /// Of a hotspot: `[[12.5,40]]`.
    record Points(List<Point> points) implements Answer {}

    /// Of a lab: `{"s1":"pasted output"}`.
    record Evidence(SortedMap<String, String> outputs) implements Answer {}

    /// A place on a picture, in percent of its width and height, from its upper left corner.
    record Point(double x, double y) {}

    /// What was read, or why it was not.
    sealed interface Reading {

        record Accepted(Answer answer) implements Reading {}

        /// @param message key of a sentence for whoever answered
        /// @param detail what its `{0}` stands for, may be empty
        record Refused(String message, Object detail) implements Reading {}
    }

    /// Reads what a browser sent, or what was stored; it never throws.
    ///
    /// @param sent null in JSON, and what is empty, is no answer yet
    static Reading read(Question question, JsonNode sent) {
        return SentAnswer.read(question, sent);
    }

    /// The form in which it is stored, the same for the same answer; null in JSON while there is none.
    default JsonNode json() {
        var json = JsonMapper.shared();
        return switch (this) {
            case Unanswered() -> json.nullNode();
            case Choice(var option) -> json.valueToTree(option);
            case Choices(var options) -> json.valueToTree(options);
            case Order(var options) -> json.valueToTree(options);
            case Pairs(var pairs) -> json.valueToTree(pairs);
            case Text(var text) -> json.valueToTree(text);
            case Typed(var text, _) -> json.valueToTree(text);
            case Points(var points) -> json.valueToTree(
                    points.stream().map(point -> List.of(point.x(), point.y())).toList());
            case Evidence(var outputs) -> json.valueToTree(outputs);
        };
    }
}
