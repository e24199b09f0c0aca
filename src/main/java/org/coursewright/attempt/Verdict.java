package org.coursewright.attempt;

import java.util.List;
import org.coursewright.question.Answer;
import org.coursewright.question.ShownKey;
import org.coursewright.question.ShownQuestion;
import org.jspecify.annotations.Nullable;

/// One option of a question in a review.
///
/// @param verdict `hit` right and chosen, `missed` right and not chosen, `wrong` chosen and not right, `left` neither;
/// of a statement: `true` said as it is, `false` said otherwise or not at all
/// @param said of a statement: what is right, `yes` or `no`
/// @param why HTML, null where the author said nothing of it
public record Verdict(String html, String verdict, @Nullable String said, @Nullable String why) {

    /// For people who see.
    public String sign() {
        return switch (verdict) {
            case "hit", "true" -> "✓";
            case "missed" -> "→";
            case "wrong", "false" -> "✗";
            default -> "";
        };
    }

    /// Of a choice or a series, in the order that was shown; empty for other kinds.
    static List<Verdict> of(ShownQuestion question, Answer given, @Nullable ShownKey key) {
        if (key == null || question.kind().equals("order")) return List.of();
        return question.options().stream().map(option -> {
            var why = key.why().get(option.id());
            if (question.kind().equals("yes-no-series")) {
                var right = key.pairs().getOrDefault(option.id(), "");
                boolean same = given instanceof Answer.Pairs(var pairs) && right.equals(pairs.get(option.id()));
                return new Verdict(option.html(), same ? "true" : "false", right, why);
            }
            boolean chosen = switch (given) {
                case Answer.Choice(var one) -> one.equals(option.id());
                case Answer.Choices(var some) -> some.contains(option.id());
                default -> false;
            };
            boolean right = key.right().contains(option.id());
            return new Verdict(
                    option.html(), right ? (chosen ? "hit" : "missed") : (chosen ? "wrong" : "left"), null, why);
        }).toList();
    }
}
