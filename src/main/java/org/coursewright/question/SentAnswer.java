package org.coursewright.question;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.coursewright.question.Answer.Reading;
import tools.jackson.databind.JsonNode;

/// Reads an answer from JSON that anybody may have sent.
final class SentAnswer {

    static final int LONGEST_TEXT = 500;
    static final int LONGEST_ESSAY = 50_000;
    static final int LONGEST_OUTPUT = 100_000;
    private static final int MOST_POINTS = 50;

    private SentAnswer() {}

    static Reading read(Question question, JsonNode sent) {
        if (isNothing(sent)) return new Reading.Accepted(new Answer.Unanswered());
        try {
            return new Reading.Accepted(switch (question) {
                case Question.SingleChoice choice -> choice(sent, ids(choice.options()));
                case Question.MultipleResponse choice -> choices(sent, ids(choice.options()));
                case Question.Ordering order -> new Answer.Order(list(sent, ids(order.options())));
                case Question.Matching match -> pairs(sent, ids(match.left()), ids(match.right()));
                case Question.FillIn _ -> new Answer.Text(text(sent, LONGEST_TEXT));
                case Question.Numeric _ -> number(sent);
                case Question.Hotspot hotspot -> hotspot(sent, hotspot);
                case Question.YesNoSeries series -> pairs(sent, ids(series.statements()), List.of("yes", "no"));
                case Question.Lab lab -> evidence(sent, ids(lab.steps()));
                case Question.Essay _ -> new Answer.Text(text(sent, LONGEST_ESSAY));
            });
        } catch (DoesNotFit reason) {
            return reason.refused;
        }
    }

    private static boolean isNothing(JsonNode sent) {
        if (sent.isContainer()) return sent.isEmpty();
        return sent.isNull() || sent.isMissingNode() || sent.asString("").isBlank();
    }

    private static Answer choice(JsonNode sent, Collection<String> known) {
        if (sent.isArray()) throw new DoesNotFit("question.refused.one-only", "");
        return new Answer.Choice(known(sent, known));
    }

    private static Answer choices(JsonNode sent, Collection<String> known) {
        return new Answer.Choices(new TreeSet<>(list(sent, known)));
    }

    private static List<String> list(JsonNode sent, Collection<String> known) {
        if (!sent.isArray()) throw new DoesNotFit("question.refused.form", "");
        if (sent.size() > known.size()) throw new DoesNotFit("question.refused.too-many", known.size());
        var list = new ArrayList<String>();
        for (var one : sent) {
            var id = known(one, known);
            if (list.contains(id)) throw new DoesNotFit("question.refused.twice", id);
            list.add(id);
        }
        return List.copyOf(list);
    }

    private static Answer pairs(JsonNode sent, Collection<String> lefts, Collection<String> rights) {
        var pairs = new TreeMap<String, String>();
        for (var pair : object(sent)) {
            known(pair.getKey(), lefts);
            if (!isNothing(pair.getValue())) pairs.put(pair.getKey(), known(pair.getValue(), rights));
        }
        return pairs.isEmpty() ? new Answer.Unanswered() : new Answer.Pairs(pairs);
    }

    private static Answer evidence(JsonNode sent, Collection<String> steps) {
        var outputs = new TreeMap<String, String>();
        for (var output : object(sent)) {
            known(output.getKey(), steps);
            if (!isNothing(output.getValue())) outputs.put(output.getKey(), text(output.getValue(), LONGEST_OUTPUT));
        }
        return outputs.isEmpty() ? new Answer.Unanswered() : new Answer.Evidence(outputs);
    }

    private static Answer number(JsonNode sent) {
        var text = sent.isNumber() ? sent.asString() : text(sent, LONGEST_TEXT);
        return TypedNumber.read(text)
                .map(number -> new Answer.Typed(text, number))
                .orElseThrow(() -> new DoesNotFit("question.refused.number", ""));
    }

    private static Answer hotspot(JsonNode sent, Question.Hotspot question) {
        if (!sent.isArray()) throw new DoesNotFit("question.refused.form", "");
        if (sent.get(0).isString()) {
            if (!question.hasList()) throw new DoesNotFit("question.refused.unknown", sent.get(0).asString());
            return choices(sent, question.areas().stream().map(Question.Area::id).toList());
        }
        if (sent.size() > MOST_POINTS) throw new DoesNotFit("question.refused.too-many", MOST_POINTS);
        var points = new ArrayList<Answer.Point>();
        var seen = new HashSet<Answer.Point>();
        for (var one : sent) {
            if (!one.isArray() || one.size() != 2) throw new DoesNotFit("question.refused.form", "");
            var point = new Answer.Point(percent(one.get(0)), percent(one.get(1)));
            if (seen.add(point)) points.add(point);
        }
        return new Answer.Points(List.copyOf(points));
    }

    private static double percent(JsonNode sent) {
        if (!sent.isNumber()) throw new DoesNotFit("question.refused.form", "");
        double percent = sent.asDouble(Double.NaN);
        if (percent >= 0 && percent <= 100) return percent;
        throw new DoesNotFit("question.refused.outside", "");
    }

    private static Collection<Map.Entry<String, JsonNode>> object(JsonNode sent) {
        if (!sent.isObject()) throw new DoesNotFit("question.refused.form", "");
        return sent.properties();
    }

    private static String text(JsonNode sent, int longest) {
        if (!sent.isString()) throw new DoesNotFit("question.refused.form", "");
        if (sent.asString().length() > longest) throw new DoesNotFit("question.refused.too-long", longest);
        return sent.asString().replace("\u0000", "");
    }

    private static String known(JsonNode sent, Collection<String> known) {
        if (!sent.isString()) throw new DoesNotFit("question.refused.form", "");
        return known(sent.asString(), known);
    }

    private static String known(String id, Collection<String> known) {
        if (!known.contains(id)) throw new DoesNotFit("question.refused.unknown", shortened(id));
        return id;
    }

    private static String shortened(String id) {
        return id.length() <= 30 ? id : id.substring(0, 30) + "…";
    }

    private static Collection<String> ids(List<Question.Option> options) {
        return options.stream().map(Question.Option::id).collect(Collectors.toList());
    }

    /// Leads out of the reading; nobody outside this file sees it.
    private static final class DoesNotFit extends RuntimeException {

        private static final long serialVersionUID = 1;
        private final transient Reading.Refused refused;

        DoesNotFit(String message, Object detail) {
            super(message, null, false, false);
            this.refused = new Reading.Refused(message, detail);
        }
    }
}
