package org.coursewright.question;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/// One question of each kind that is scored by rule, and the answer that its key makes right.
final class Kinds {

    static final Map<QuestionKind, String> BLOCKS = new LinkedHashMap<>(Map.of(
            QuestionKind.SINGLE, "options: [One, Two, Three, Four]\nkey: b\n",
            QuestionKind.MULTIPLE, "options: [One, Two, Three, Four, Five]\nkey: [a, d]\n",
            QuestionKind.ORDER, "kind: order\noptions: [Wake, Wash, Breakfast, Work]\n",
            QuestionKind.MATCH, "pairs: { S3: Objects, EBS: Blocks, EFS: Files }\npool: [Queues]\n",
            QuestionKind.FILL, "accept: [VPC, \"/virtual private clouds?/\"]\n",
            QuestionKind.NUMERIC, "kind: numeric\nkey: 12.5\ntolerance: 2%\n",
            QuestionKind.HOTSPOT, """
                    areas:
                      - { id: menu, label: The menu, shape: rect, at: [10, 10, 30, 5.5] }
                      - { id: logo, label: The logo, shape: circle, at: [90, 10, 5] }
                      - { id: roof, label: The roof, shape: polygon, at: [50, 50, 60, 70, 40, 70] }
                    key: [logo, roof]
                    """,
            QuestionKind.YES_NO_SERIES, "kind: yes-no-series\noptions: [One, Two, Three]\nkey: [yes, no, no]\n",
            QuestionKind.LAB, """
                    checks:
                      - { title: A bucket, output: "bucket-\\\\d+", points: 2 }
                      - { title: Its owner, json: "$.Owner.Name" }
                    """));

    private Kinds() {}

    static String block(QuestionKind kind) {
        return Objects.requireNonNull(BLOCKS.get(kind));
    }

    static Answer right(AnswerKey key, QuestionKind kind) {
        return switch (kind) {
            case SINGLE -> new Answer.Choice(key.right().getFirst());
            case MULTIPLE, HOTSPOT -> new Answer.Choices(new TreeSet<>(key.right()));
            case ORDER -> new Answer.Order(key.right());
            case MATCH, YES_NO_SERIES -> new Answer.Pairs(new TreeMap<>(key.pairs()));
            case FILL -> new Answer.Text(key.accepted().getFirst());
            case NUMERIC -> new Answer.Typed(String.valueOf(key.number()), Objects.requireNonNull(key.number()));
            case LAB -> new Answer.Evidence(
                    new TreeMap<>(Map.of("s1", "made bucket-7", "s2", "{\"Owner\":{\"Name\":\"ada\"}}")));
            case CASE, ESSAY -> throw new IllegalArgumentException("no rule scores " + kind);
        };
    }
}
