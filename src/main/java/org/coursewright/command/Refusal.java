package org.coursewright.command;

/// Ends a command with a sentence and exit code 1.
final class Refusal extends RuntimeException {

    Refusal(String sentence) {
        super(sentence, null, false, false);
    }
}
