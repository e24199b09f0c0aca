package org.coursewright.question;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Compares an answer with the key: the same three always give the same mark.
public final class Scoring {

    private Scoring() {}

    /// An answer that does not fit the question counts as none.
    public static Mark score(Question question, AnswerKey key, Answer answer) {
        return switch (question) {
            case Question.SingleChoice _ -> single(key, answer);
            case Question.MultipleResponse multiple -> multiple(multiple, key, chosen(answer));
            case Question.Ordering order ->
                order(order, key, answer instanceof Answer.Order(var ids) ? ids : List.of());
            case Question.Matching match -> pairs(match.partial(), key, answer);
            case Question.FillIn _ -> one(answer instanceof Answer.Text(var text)
                    && TypedText.isAmong(key.accepted(), text));
            case Question.Numeric _ -> one(answer instanceof Answer.Typed(_, var number) && isNear(number, key));
            case Question.Hotspot hotspot -> hotspot(hotspot, key, answer);
            case Question.YesNoSeries series -> pairs(series.partial(), key, answer);
            case Question.Lab lab -> lab(lab, key, answer instanceof Answer.Evidence(var outputs) ? outputs : Map.of());
            case Question.Essay _ -> essay(key, answer);
        };
    }

    private static Mark single(AnswerKey key, Answer answer) {
        if (!(answer instanceof Answer.Choice(var option))) return new Mark.Scored(0, 1, Map.of());
        boolean right = key.right().contains(option);
        return new Mark.Scored(right ? 1 : 0, 1, Map.of(option, right));
    }

    /// In part: what is right less what is wrong, of what is right.
    private static Mark multiple(Question.MultipleResponse question, AnswerKey key, Set<String> chosen) {
        var parts = new TreeMap<String, Boolean>();
        for (var option : question.options())
            parts.put(option.id(), chosen.contains(option.id()) == key.right().contains(option.id()));
        int right = (int) chosen.stream().filter(key.right()::contains).count();
        int points = right - (chosen.size() - right);
        return mark(question.partial(), points, key.right().size(), parts);
    }

    /// In part: pairs of neighbours that are neighbours in the key.
    private static Mark order(Question.Ordering question, AnswerKey key, List<String> order) {
        var parts = new TreeMap<String, Boolean>();
        int points = 0;
        for (int i = 0; i < key.right().size(); i++) {
            var id = key.right().get(i);
            int at = order.indexOf(id);
            boolean follows = i == 0 ? at == 0 : at > 0 && order.get(at - 1).equals(key.right().get(i - 1));
            parts.put(id, follows);
            if (i > 0 && follows) points++;
        }
        return question.partial()
                ? mark(true, points, key.right().size() - 1, parts)
                : exact(!order.isEmpty() && order.equals(key.right()), parts);
    }

    private static Mark pairs(boolean partial, AnswerKey key, Answer answer) {
        Map<String, String> answered = answer instanceof Answer.Pairs(var pairs) ? pairs : Map.of();
        var parts = new TreeMap<String, Boolean>();
        key.pairs().forEach((left, right) -> parts.put(left, right.equals(answered.get(left))));
        return mark(partial, right(parts), parts.size(), parts);
    }

    private static boolean isNear(BigDecimal number, AnswerKey key) {
        return key.number() != null && TypedNumber.isNear(number, key.number(), key.tolerance());
    }

    /// In part: areas that were hit less points that hit none, of the right areas.
    private static Mark hotspot(Question.Hotspot question, AnswerKey key, Answer answer) {
        var parts = new TreeMap<String, Boolean>();
        key.right().forEach(id -> parts.put(id, false));
        int strays = switch (answer) {
            case Answer.Choices(var ids) -> {
                ids.forEach(id -> parts.put(id, key.right().contains(id)));
                yield parts.size() - key.right().size();
            }
            case Answer.Points(var points) -> strays(question, key, points, parts);
            default -> 0;
        };
        return mark(question.partial(), right(parts) - strays, key.right().size(), parts);
    }

    /// Notes which areas were hit and which points hit nothing; returns how many the latter are.
    private static int strays(
            Question.Hotspot question, AnswerKey key, List<Answer.Point> points, Map<String, Boolean> parts) {
        int strays = 0;
        for (int i = 0; i < points.size(); i++) {
            var point = points.get(i);
            var hit = question.areas().stream()
                    .filter(area -> key.right().contains(area.id()) && area.outline().contains(point))
                    .toList();
            hit.forEach(area -> parts.put(area.id(), true));
            if (!hit.isEmpty()) continue;
            strays++;
            parts.put("#" + (i + 1), false);
        }
        return strays;
    }

    /// In part: the points of the steps that are proved.
    private static Mark lab(Question.Lab question, AnswerKey key, Map<String, String> outputs) {
        var parts = new TreeMap<String, Boolean>();
        int points = 0;
        int of = 0;
        for (int i = 0; i < Math.min(key.checks().size(), question.steps().size()); i++) {
            var step = question.steps().get(i).id();
            var check = key.checks().get(i);
            boolean proved = outputs.containsKey(step) && isProved(check, Objects.requireNonNull(outputs.get(step)));
            parts.put(step, proved);
            points += proved ? check.points() : 0;
            of += check.points();
        }
        return mark(question.partial(), points, of, parts);
    }

    private static boolean isProved(AnswerKey.Check check, String output) {
        var text = output.replace("\r\n", "\n");
        return (check.output() != null || check.json() != null)
                && (check.output() == null || AuthorPattern.isPart(check.output(), text))
                && (check.json() == null || JsonSearch.finds(check.json(), text));
    }

    private static Mark essay(AnswerKey key, Answer answer) {
        int of = Math.max(1, key.rubric().stream().mapToInt(AnswerKey.Criterion::points).sum());
        return answer instanceof Answer.Text ? new Mark.Pending(of) : new Mark.Scored(0, of, Map.of());
    }

    private static Set<String> chosen(Answer answer) {
        return answer instanceof Answer.Choices(var options) ? options : Set.of();
    }

    private static Mark one(boolean right) {
        return new Mark.Scored(right ? 1 : 0, 1, Map.of());
    }

    private static int right(SortedMap<String, Boolean> parts) {
        return (int) parts.values().stream().filter(right -> right).count();
    }

    /// @param points may be below 0, which counts as 0
    private static Mark mark(boolean partial, int points, int of, Map<String, Boolean> parts) {
        return partial && of > 0
                ? new Mark.Scored(Math.max(0, points), of, parts)
                : exact(of > 0 && points == of, parts);
    }

    private static Mark exact(boolean right, Map<String, Boolean> parts) {
        return new Mark.Scored(right ? 1 : 0, 1, parts);
    }
}
