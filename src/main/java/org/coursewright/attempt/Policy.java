package org.coursewright.attempt;

/// What somebody may do in an attempt. Kept with it, so that a later change of the rules leaves it alone.
///
/// @param timed whether the minutes of the exam count
/// @param feedback when keys are shown
/// @param back whether a question may be opened again
/// @param strike whether options can be struck out
/// @param calculator whether there is one
/// @param notes whether there is a place for them
public record Policy(
        boolean timed, Feedback feedback, boolean back, boolean strike, boolean calculator, boolean notes) {

    /// When keys are shown.
    public enum Feedback {
        /// Once all of it is handed in.
        END,
        /// For each question, once its answer is final.
        EACH
    }

    Policy withoutReturn() {
        return new Policy(timed, feedback, false, strike, calculator, notes);
    }
}
