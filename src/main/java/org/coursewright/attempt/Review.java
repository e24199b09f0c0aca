package org.coursewright.attempt;

import java.util.List;
import java.util.Optional;
import org.coursewright.question.Answer;
import org.coursewright.question.Mark;
import org.coursewright.question.ShownCase;
import org.coursewright.question.ShownKey;
import org.coursewright.question.ShownQuestion;
import org.jspecify.annotations.Nullable;

/// An attempt to look at again.
///
/// @param filter `all`, `wrong`, `flagged` or `slow`
public record Review(Attempt attempt, Paper paper, List<Item> all, String filter) {

    public static final List<String> FILTERS = List.of("all", "wrong", "flagged", "slow");

    /// A question with its answer and its key.
    ///
    /// @param stimulus the situation that it shares
    /// @param read fraction that a person gave
    /// @param key empty where there is none any more
    /// @param slow whether it took much longer than the others
    /// @param comment of who read it
    /// @param lessons that teach its task
    public record Item(
            int position, ShownQuestion question, @Nullable Long stimulus, Answer given, Mark mark,
            Optional<Double> read, Optional<ShownKey> key, boolean flagged, int spentMs, boolean slow, int changes,
            String comment, boolean scored, List<Teaching.Lesson> lessons) {

        public boolean isPending() {
            return mark instanceof Mark.Pending && read.isEmpty() && !(given instanceof Answer.Unanswered);
        }

        /// In [0, 1].
        public double fraction() {
            return read.orElse(mark instanceof Mark.Scored scored ? scored.fraction() : 0.0);
        }

        public boolean isRight() {
            return fraction() >= 1;
        }

        public int percent() {
            return (int) (fraction() * 100);
        }

        public boolean answered() {
            return !(given instanceof Answer.Unanswered);
        }

        public int seconds() {
            return Math.round(spentMs / 1000f);
        }
    }

    public List<Item> items() {
        return all.stream()
                .filter(item -> switch (filter) {
                    case "wrong" -> !item.isRight() && !item.isPending();
                    case "flagged" -> item.flagged();
                    case "slow" -> item.slow();
                    default -> true;
                })
                .toList();
    }

    public long count(String shown) {
        return new Review(attempt, paper, all, shown).items().size();
    }

    /// Of a choice or a series; empty for other kinds.
    public List<Verdict> options(Item item) {
        return Verdict.of(item.question(), item.given(), item.key().orElse(null));
    }

    /// What was answered, in lines of safe HTML.
    public List<String> given(Item item) {
        return new SaidLines(item.question()).given(item.given());
    }

    /// What would have been right.
    public List<String> right(Item item) {
        return item.key().map(new SaidLines(item.question())::right).orElse(List.of());
    }

    /// HTML with addresses of files that work for this attempt.
    public String addressed(String html) {
        return Sheet.addressed(html, attempt);
    }

    public @Nullable ShownCase stimulus(Item item) {
        return item.stimulus() == null ? null : paper.cases().get(item.stimulus());
    }
}
