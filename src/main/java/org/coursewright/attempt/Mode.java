package org.coursewright.attempt;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.coursewright.attempt.Policy.Feedback;

/// How somebody sits an exam: a row of rules for each. One attempt of a class may be open at a time; the classes never
/// block one another.
public enum Mode {
    /// As in the real exam.
    SIMULATION(true, new Policy(true, Feedback.END, true, true, true, true)),
    /// A few questions of each domain, to find out where to begin.
    DIAGNOSTIC(true, new Policy(false, Feedback.END, true, true, true, true)),
    /// The whole exam without a clock, with an explanation after each answer.
    STUDY(false, new Policy(false, Feedback.EACH, true, true, true, true)),
    /// The questions of a lesson.
    QUIZ(false, new Policy(false, Feedback.EACH, true, false, false, false)),
    /// Questions that were chosen: missed, flagged, not seen yet, of one domain.
    DRILL(false, new Policy(false, Feedback.EACH, true, true, true, true));

    private final boolean exam;
    private final Policy policy;

    Mode(boolean exam, Policy policy) {
        this.exam = exam;
        this.policy = policy;
    }

    static Optional<Mode> of(String word) {
        return Stream.of(values()).filter(mode -> mode.word().equals(word)).findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// `exam` or `practice`.
    String modeClass() {
        return exam ? "exam" : "practice";
    }

    public Policy policy() {
        return policy;
    }
}
