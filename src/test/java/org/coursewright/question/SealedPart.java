package org.coursewright.question;

import java.util.Objects;
import org.coursewright.content.Item;
import tools.jackson.databind.JsonNode;

/// What a question keeps to itself.
final class SealedPart {

    private SealedPart() {}

    static JsonNode of(Item question) {
        return Objects.requireNonNull(question.sealed());
    }
}
