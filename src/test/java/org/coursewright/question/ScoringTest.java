package org.coursewright.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoringTest {

    private static final String PARTIAL = "score: partial\n";

    @Test
    void oneOptionIsRight() {
        var asked = of(QuestionKind.SINGLE);
        assertThat(asked.mark("\"b\"")).isEqualTo(new Mark.Scored(1, 1, Map.of("b", true)));
        assertThat(asked.mark("\"a\"")).isEqualTo(new Mark.Scored(0, 1, Map.of("a", false)));
    }

    @Test
    void severalAreAllOrNothingUnlessPartsCount() {
        var block = Kinds.block(QuestionKind.MULTIPLE);
        assertThat(new Asked(block).score("[\"a\"]")).isZero();
        assertThat(new Asked(block).score("[\"a\",\"d\"]")).isOne();
        var partial = new Asked(block + PARTIAL);
        assertThat(partial.score("[\"a\"]")).isEqualTo(0.5);
        assertThat(partial.score("[\"a\",\"d\",\"b\"]")).isEqualTo(0.5);
        assertThat(partial.score("[\"b\",\"c\"]")).isZero();
        assertThat(partial.mark("[\"a\",\"b\"]").parts())
                .isEqualTo(Map.of("a", true, "b", false, "c", true, "d", false, "e", true));
    }

    @Test
    void neighboursCountInAnOrder() {
        var block = "kind: order\noptions: [A, B, C, D]\n";
        assertThat(new Asked(block).score("[\"a\",\"b\",\"c\"]")).isZero();
        var partial = new Asked(block + PARTIAL);
        assertThat(partial.score("[\"b\",\"c\",\"d\",\"a\"]")).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(partial.score("[\"d\",\"c\",\"b\",\"a\"]")).isZero();
    }

    @Test
    void pairsAndStatementsCountOneByOne() {
        var match = new Asked(Kinds.block(QuestionKind.MATCH) + PARTIAL);
        var pairs = match.key().pairs();
        assertThat(match.score("{\"l1\":\"" + pairs.get("l1") + "\"}")).isCloseTo(1 / 3.0, within(1e-9));
        var series = new Asked(Kinds.block(QuestionKind.YES_NO_SERIES) + PARTIAL);
        assertThat(series.mark("{\"a\":\"yes\",\"b\":\"yes\",\"c\":\"no\"}"))
                .isEqualTo(new Mark.Scored(2, 3, Map.of("a", true, "b", false, "c", true)));
        assertThat(of(QuestionKind.YES_NO_SERIES).score("{\"a\":\"yes\",\"b\":\"yes\",\"c\":\"no\"}")).isZero();
    }

    @Test
    void aTextIsTheSameInAnyCaseWidthAndSpacing() {
        var asked = new Asked("accept: [Straße der  Wolken, \"/virtual private clouds?/\"]\n");
        for (var right : new String[]{"STRASSE DER WOLKEN", " straße\u00a0der wolken ", "Virtual  Private Cloud",
                "ｖirtual private clouds"})
            assertThat(asked.score("\"" + right + "\"")).as(right).isOne();
        for (var wrong : new String[]{"Straße", "a virtual private cloud", "virtual private cloudss"})
            assertThat(asked.score("\"" + wrong + "\"")).as(wrong).isZero();
    }

    @Test
    void aNumberMayBeWrittenInManyWays() {
        var exact = new Asked("kind: numeric\nkey: 1500\n");
        for (var right : new String[]{"1500", "1.5e3", "1,5E3", "1 500", "1500.0", "+1500", "１５００"})
            assertThat(exact.score("\"" + right + "\"")).as(right).isOne();
        assertThat(exact.score("\"1500.01\"")).isZero();
        var negative = new Asked("kind: numeric\nkey: -0.3\ntolerance: 0.1\n");
        assertThat(negative.score("\"\u22120,2\"")).isOne();
        assertThat(negative.score("\"-.4\"")).isOne();
        assertThat(negative.score("\"-0.41\"")).isZero();
        var share = new Asked("kind: numeric\nkey: -200\ntolerance: 2%\n");
        assertThat(share.score("\"-204\"")).isOne();
        assertThat(share.score("\"-204.1\"")).isZero();
        assertThat(share.score("\"1e999\"")).isZero();
    }

    @Test
    void pointsCountWithinTheirAreas() {
        var block = Kinds.block(QuestionKind.HOTSPOT);
        var exact = new Asked(block);
        assertThat(exact.score("[[91,11],[50,60]]")).isOne();
        assertThat(exact.score("[[91,11]]")).isZero();
        assertThat(exact.score("[[91,11],[50,60],[15,12]]")).isZero();
        assertThat(exact.score("[[86,6],[50,60]]")).as("the corner beside a circle").isZero();
        assertThat(exact.score("[[91,11],[41,51]]")).as("beside the roof").isZero();
        assertThat(exact.score("[[90,15],[45,60]]")).as("on the lines").isOne();
        var partial = new Asked(block + PARTIAL);
        assertThat(partial.score("[[91,11]]")).isEqualTo(0.5);
        assertThat(partial.mark("[[91,11],[1,1]]"))
                .isEqualTo(new Mark.Scored(0, 2, Map.of("logo", true, "roof", false, "#2", false)));
        assertThat(partial.score("[\"logo\",\"roof\",\"menu\"]")).isEqualTo(0.5);
    }

    @Test
    void theStepsOfALabWeighAsTheAuthorSays() {
        var lab = of(QuestionKind.LAB);
        assertThat(lab.mark("{\"s1\":\"x\\r\\nbucket-12\"}"))
                .isEqualTo(new Mark.Scored(2, 3, Map.of("s1", true, "s2", false)));
        assertThat(lab.score("{\"s2\":\"{\\\"Owner\\\":{}}\"}")).isZero();
        assertThat(lab.score("{\"s2\":\"no JSON\"}")).isZero();
        var exact = new Asked(Kinds.block(QuestionKind.LAB) + "score: exact\n");
        assertThat(exact.score("{\"s1\":\"bucket-12\"}")).isZero();
    }

    @Test
    void anEssayWaitsForAPersonUnlessThereIsNothingToRead() {
        var essay = new Asked("rubric: [Names a risk, { text: Weighs it, points: 3 }]\n");
        assertThat(Scoring.score(essay.question(), essay.key(), essay.answer("\"A risk.\"")))
                .isEqualTo(new Mark.Pending(4));
        assertThat(essay.score("null")).isZero();
    }

    private static Asked of(QuestionKind kind) {
        return new Asked(Kinds.block(kind));
    }
}
