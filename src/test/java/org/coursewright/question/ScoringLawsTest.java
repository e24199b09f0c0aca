package org.coursewright.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.coursewright.question.ShownQuestion.Choice;
import org.junit.jupiter.api.Test;

/// What holds for every question and answer; a thousand of each kind.
class ScoringLawsTest {

    private static final int TIMES = 1000;

    private final Random random = new Random(2026);

    @Test
    void whatTheKeySaysIsFullyRightAndNothingIsNotAtAll() {
        Kinds.BLOCKS.forEach((kind, block) -> {
            for (var rule : List.of("score: exact\n", "score: partial\n")) {
                var asked = new Asked(block + rule);
                assertThat(asked.question().kind()).isEqualTo(kind);
                var right = (Mark.Scored) Scoring.score(asked.question(), asked.key(), Kinds.right(asked.key(), kind));
                assertThat(right.fraction()).as(kind + rule).isOne();
                assertThat(right.parts().values()).doesNotContain(false);
                assertThat(asked.score("null")).as(kind + rule).isZero();
            }
        });
    }

    @Test
    void everyScoreLiesBetweenNothingAndAllAndPartsNeverGiveLess() {
        Kinds.BLOCKS.forEach((kind, block) -> {
            var exact = new Asked(block + "score: exact\n");
            var partial = new Asked(block + "score: partial\n");
            for (int i = 0; i < TIMES; i++) {
                var answer = any(exact.question());
                var whole = (Mark.Scored) Scoring.score(exact.question(), exact.key(), answer);
                var parts = (Mark.Scored) Scoring.score(partial.question(), partial.key(), answer);
                assertThat(whole.fraction()).isIn(0.0, 1.0);
                assertThat(parts.fraction()).isBetween(whole.fraction(), 1.0);
                assertThat(parts.isFull()).as(kind + " " + answer).isEqualTo(whole.isFull());
            }
        });
    }

    @Test
    void anotherOrderOfOptionsLeavesTheScore() {
        Kinds.BLOCKS.forEach((kind, block) -> {
            var asked = new Asked(block);
            for (int i = 0; i < TIMES / 10; i++) {
                var answer = asked.answer(any(asked.question()).json().toString());
                var shown = asked.shown().shuffled(asked.question(), new Shuffling(random.nextLong(), i));
                var again = asked.answer(inOrderOf(shown, answer).json().toString());
                assertThat(Scoring.score(asked.question(), asked.key(), again))
                        .as(kind.word())
                        .isEqualTo(Scoring.score(asked.question(), asked.key(), answer));
            }
        });
    }

    @Test
    void anAnswerOfAnotherKindIsWorthNothing() {
        Kinds.BLOCKS.forEach((kind, block) -> {
            var asked = new Asked(block);
            assertThat(Scoring.score(asked.question(), asked.key(), new Answer.Evidence(new TreeMap<>())))
                    .isInstanceOfSatisfying(Mark.Scored.class, mark -> assertThat(mark.points()).isZero());
        });
    }

    /// The same choice, as somebody makes it who sees these options from top to bottom.
    private static Answer inOrderOf(ShownQuestion shown, Answer answer) {
        if (!(answer instanceof Answer.Choices(var chosen)) || shown.options().isEmpty()) return answer;
        var seen = new TreeSet<String>();
        shown.options().stream().map(Choice::id).filter(chosen::contains).forEach(seen::add);
        return new Answer.Choices(seen);
    }

    private Answer any(Question question) {
        return switch (question) {
            case Question.SingleChoice choice -> new Answer.Choice(one(ids(choice.options())));
            case Question.MultipleResponse choice -> new Answer.Choices(new TreeSet<>(some(ids(choice.options()))));
            case Question.Ordering order -> new Answer.Order(some(ids(order.options())));
            case Question.Matching match -> pairs(ids(match.left()), ids(match.right()));
            case Question.YesNoSeries series -> pairs(ids(series.statements()), List.of("yes", "no"));
            case Question.FillIn _ -> new Answer.Text(one(List.of("VPC", "vpc ", "virtual private cloud", "LAN")));
            case Question.Numeric _ -> typed(one(List.of("12.5", "12,6", "12.74", "12.76", "-12.5", "1e9")));
            case Question.Hotspot _ -> points();
            case Question.Lab lab -> evidence(ids(lab.steps()));
            case Question.Essay _ -> new Answer.Text("So.");
        };
    }

    private Answer pairs(List<String> left, List<String> right) {
        var pairs = new TreeMap<String, String>();
        some(left).forEach(id -> pairs.put(id, one(right)));
        return new Answer.Pairs(pairs);
    }

    private Answer evidence(List<String> steps) {
        var outputs = new TreeMap<String, String>();
        some(steps).forEach(step -> outputs
                .put(step, one(List.of("bucket-1", "{\"Owner\":{\"Name\":\"bucket-2\"}}", "[", ""))));
        return new Answer.Evidence(outputs);
    }

    private Answer points() {
        var points = new ArrayList<Answer.Point>();
        for (int i = random.nextInt(4); i >= 0; i--)
            points.add(random.nextBoolean()
                    ? new Answer.Point(random.nextInt(101), random.nextInt(101))
                    : one(List.of(new Answer.Point(90, 10), new Answer.Point(50, 65))));
        return new Answer.Points(points);
    }

    private static Answer typed(String text) {
        return new Answer.Typed(text, TypedNumber.read(text).orElseThrow());
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private List<String> some(List<String> of) {
        var some = new ArrayList<>(of);
        Collections.shuffle(some, random);
        return List.copyOf(some.subList(0, 1 + random.nextInt(of.size())));
    }

    private static List<String> ids(List<Question.Option> options) {
        return options.stream().map(Question.Option::id).toList();
    }
}
