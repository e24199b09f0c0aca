package org.coursewright.attempt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.coursewright.question.Answer;
import org.coursewright.question.AnswerKey;
import org.coursewright.question.ShownKey;
import org.coursewright.question.ShownQuestion;
import org.springframework.web.util.HtmlUtils;

/// An answer, and what would have been right, in lines of safe HTML.
final class SaidLines {

    private final ShownQuestion question;

    SaidLines(ShownQuestion question) {
        this.question = question;
    }

    List<String> given(Answer answer) {
        return switch (answer) {
            case Answer.Unanswered() -> List.of();
            case Answer.Choice(var one) -> List.of(label(one));
            case Answer.Choices(var some) -> some.stream().map(this::label).toList();
            case Answer.Order(var order) -> order.stream().map(this::label).toList();
            case Answer.Pairs(var pairs) -> pairs(pairs);
            case Answer.Text(var text) -> List.of("<pre>" + HtmlUtils.htmlEscape(text) + "</pre>");
            case Answer.Typed(var text, _) -> List.of(HtmlUtils.htmlEscape(text));
            case Answer.Points(var points) -> points.stream()
                    .map(point -> Math.round(point.x()) + " % → " + Math.round(point.y()) + " % ↓")
                    .toList();
            case Answer.Evidence(var outputs) -> {
                var lines = new ArrayList<String>();
                outputs.forEach((step, output) -> lines
                        .add(label(step) + "<pre>" + HtmlUtils.htmlEscape(output) + "</pre>"));
                yield lines;
            }
        };
    }

    List<String> right(ShownKey key) {
        var lines = new ArrayList<String>();
        key.right().forEach(id -> lines.add(label(id)));
        lines.addAll(pairs(key.pairs()));
        key.accepted().forEach(text -> lines.add("<code>" + HtmlUtils.htmlEscape(text) + "</code>"));
        if (key.number() != null)
            lines.add(HtmlUtils.htmlEscape(
                    key.number() + (key.tolerance() == null ? "" : " ± " + key.tolerance())));
        for (AnswerKey.Criterion criterion : key.rubric())
            lines.add(HtmlUtils.htmlEscape(criterion.text()));
        return lines;
    }

    private List<String> pairs(Map<String, String> pairs) {
        var lines = new ArrayList<String>();
        pairs.forEach((left, right) -> lines.add(label(left) + " → " + label(right)));
        return lines;
    }

    private String label(String id) {
        for (var choices : List.of(
                question.options(), question.left(), question.right(), question.areas(), question.steps()))
            for (var choice : choices)
                if (choice.id().equals(id)) return choice.html();
        return HtmlUtils.htmlEscape(id);
    }
}
