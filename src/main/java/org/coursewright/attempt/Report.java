package org.coursewright.attempt;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// What a student says is wrong with a question, and what came of it.
///
/// @param answer what the author says of it; may be empty
public record Report(Reason reason, String text, Instant at, boolean settled, String answer) {

    /// What may be wrong.
    public enum Reason {
        KEY("key"), UNCLEAR("unclear"), OUTDATED("outdated"), DISPLAY("display"), OTHER("other");

        private final String word;

        Reason(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        static Optional<Reason> find(String word) {
            return Arrays.stream(values()).filter(reason -> reason.word.equals(word)).findFirst();
        }
    }
}
