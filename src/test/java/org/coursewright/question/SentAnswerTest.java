package org.coursewright.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.coursewright.platform.Messages;
import org.junit.jupiter.api.Test;

class SentAnswerTest {

    private final Asked single = of(QuestionKind.SINGLE);
    private final Asked multiple = of(QuestionKind.MULTIPLE);
    private final Asked order = of(QuestionKind.ORDER);
    private final Asked match = of(QuestionKind.MATCH);
    private final Asked fill = of(QuestionKind.FILL);
    private final Asked numeric = of(QuestionKind.NUMERIC);
    private final Asked hotspot = of(QuestionKind.HOTSPOT);
    private final Asked series = of(QuestionKind.YES_NO_SERIES);
    private final Asked lab = of(QuestionKind.LAB);
    private final Asked essay = new Asked("rubric: [Names a risk]\n");

    @Test
    void anAnswerIsKeptInOneForm() {
        assertThat(single.answer("\"b\"").json()).hasToString("\"b\"");
        assertThat(multiple.answer("[\"d\",\"a\"]").json()).hasToString("[\"a\",\"d\"]");
        assertThat(order.answer("[\"c\",\"a\"]").json()).hasToString("[\"c\",\"a\"]");
        assertThat(match.answer("{\"l2\":\"r1\",\"l1\":\"r2\",\"l3\":null}").json())
                .hasToString("{\"l1\":\"r2\",\"l2\":\"r1\"}");
        assertThat(numeric.answer("12.5").json()).hasToString("\"12.5\"");
        assertThat(hotspot.answer("[[1,2.5],[1,2.5]]").json()).hasToString("[[1.0,2.5]]");
        assertThat(hotspot.answer("[\"roof\"]").json()).hasToString("[\"roof\"]");
        assertThat(series.answer("{\"a\":\"no\"}").json()).hasToString("{\"a\":\"no\"}");
        assertThat(lab.answer("{\"s2\":\"x\",\"s1\":\" \"}").json()).hasToString("{\"s2\":\"x\"}");
    }

    @Test
    void whatIsKeptIsReadAgainAsTheSame() {
        Kinds.BLOCKS.forEach((kind, block) -> {
            var asked = new Asked(block);
            var right = Kinds.right(asked.key(), kind);
            assertThat(asked.answer(right.json().toString())).isEqualTo(right);
        });
    }

    @Test
    void nothingIsNoAnswerYet() {
        for (var asked : new Asked[]{single, multiple, order, match, fill, numeric, hotspot, series, lab, essay})
            for (var nothing : new String[]{"null", "\"\"", "\"  \"", "[]", "{}"})
                assertThat(asked.answer(nothing)).as(nothing).isEqualTo(new Answer.Unanswered());
    }

    @Test
    void anOptionThatIsNotThereIsNamed() {
        assertThat(refusal(single, "\"z\""))
                .isEqualTo("\"z\" is nothing that this question offers. Load the page again.");
        assertThat(refusal(multiple, "[\"a\",\"z\"]")).startsWith("\"z\"");
        assertThat(refusal(order, "[\"z\"]")).startsWith("\"z\"");
        assertThat(refusal(match, "{\"l9\":\"r1\"}")).startsWith("\"l9\"");
        assertThat(refusal(match, "{\"l1\":\"l1\"}")).startsWith("\"l1\"");
        assertThat(refusal(series, "{\"a\":\"perhaps\"}")).startsWith("\"perhaps\"");
        assertThat(refusal(lab, "{\"s3\":\"x\"}")).startsWith("\"s3\"");
        assertThat(refusal(hotspot, "[\"cellar\"]")).startsWith("\"cellar\"");
        assertThat(refusal(single, "\"" + "z".repeat(5000) + "\"")).hasSizeLessThan(120);
    }

    @Test
    void oneAnswerIsOne() {
        assertThat(refusal(single, "[\"a\",\"b\"]")).isEqualTo("This question has one right answer: choose one.");
        assertThat(refusal(multiple, "[\"a\",\"a\"]")).isEqualTo("\"a\" stands in this answer twice. Take it once.");
        assertThat(refusal(order, "[\"b\",\"b\"]")).contains("twice");
        assertThat(refusal(multiple, "[\"a\",\"b\",\"c\",\"d\",\"e\",\"a\"]")).contains("5 at most");
    }

    @Test
    void aTextHasAnEnd() {
        assertThat(refusal(fill, "\"" + "x".repeat(501) + "\"")).contains("500 characters");
        assertThat(refusal(essay, "\"" + "x".repeat(50_001) + "\"")).contains("50,000 characters");
        assertThat(refusal(lab, "{\"s1\":\"" + "x".repeat(100_001) + "\"}")).contains("100,000 characters");
    }

    @Test
    void whatIsNoNumberIsToldAtOnce() {
        for (var absurd : new String[]{"\"many\"", "\"1e9999\"", "\"1.2.3\"", "\"NaN\"", "\"--1\"", "1e9999"})
            assertThat(refusal(numeric, absurd)).startsWith("That is no number.");
    }

    @Test
    void aPointLiesInThePicture() {
        assertThat(refusal(hotspot, "[[101,5]]")).startsWith("This point lies outside");
        assertThat(refusal(hotspot, "[[-1,5]]")).startsWith("This point lies outside");
        assertThat(refusal(hotspot, "[[1e400,5]]")).startsWith("This point lies outside");
    }

    @Test
    void anyOtherFormIsRefusedAndThrowsNothing() {
        var forms = new String[]{"true", "7", "[7]", "[[1]]", "[[1,2,3]]", "[[\"a\",\"b\"]]", "{\"a\":7}", "[null]",
                "[[null,null]]", "{\"l1\":[\"r1\"]}", "[{}]", "[[[]]]"};
        for (var asked : new Asked[]{single, multiple, order, match, fill, hotspot, series, lab, essay})
            for (var form : forms)
                assertThat(asked.read(form)).as(form).isInstanceOf(Answer.Reading.Refused.class);
    }

    private static Asked of(QuestionKind kind) {
        return new Asked(Kinds.block(kind));
    }

    private static String refusal(Asked asked, String json) {
        return switch (asked.read(json)) {
            case Answer.Reading.Refused(var message, var detail) -> Messages.english().get(message, detail);
            case Answer.Reading.Accepted(var answer) -> throw new AssertionError(answer);
        };
    }
}
