package org.coursewright.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coursewright.content.Finding;
import org.coursewright.content.Folder;
import org.coursewright.content.Item;
import org.junit.jupiter.api.Test;

class QuestionBlockTest {

    private final Folder folder = new Folder();

    @Test
    void anOrderGivesNothingAwayByIdsOrPlaces() {
        var question = only("""
                kind: order
                options: [Wake, Breakfast, Work]
                explanation: A day.
                """);
        assertThat(question.front().get("options")).hasToString("[{\"id\":\"a\",\"text\":\"Breakfast\"},"
                + "{\"id\":\"b\",\"text\":\"Wake\"},{\"id\":\"c\",\"text\":\"Work\"}]");
        assertThat(SealedPart.of(question).get("key")).hasToString("[\"b\",\"a\",\"c\"]");
    }

    @Test
    void aMatchKeepsItsPairsSealed() {
        var question = only("""
                kind: match
                pairs: { S3: Objects, EBS: Blocks }
                pool: [Queues]
                explanation: So.
                """);
        assertThat(question.front().get("right")).extracting(one -> one.get("text").asString())
                .containsExactly("Blocks", "Objects", "Queues");
        assertThat(SealedPart.of(question).get("pairs")).hasToString("{\"l1\":\"r2\",\"l2\":\"r1\"}");
    }

    @Test
    void aTextIsFilledInAndANumberHasATolerance() {
        var fill = only("kind: fill\naccept: [\"VPC\", \"/virtual private clouds?/\"]\nexplanation: So.\n");
        assertThat(SealedPart.of(fill).get("accept")).hasSize(2);
        var number = only("kind: numeric\nkey: 1.10\ntolerance: 2%\nexplanation: So.\n");
        assertThat(SealedPart.of(number).get("number").asString()).isEqualTo("1.10");
        assertThat(SealedPart.of(number).get("tolerance").asString()).isEqualTo("2%");
        assertThat(findings()).isEmpty();
    }

    @Test
    void areasHaveShapes() {
        var question = only("""
                kind: hotspot
                areas:
                  - { id: menu, label: The menu, shape: rect, at: [10, 10, 30, 5.5] }
                  - { id: logo, shape: circle, at: [90, 10, 5] }
                key: menu
                explanation: There.
                """);
        assertThat(question.front().get("areas")).hasSize(2);
        assertThat(SealedPart.of(question).get("key")).hasToString("[\"menu\"]");
        assertThat(findings()).isEmpty();
    }

    @Test
    void aSeriesSaysYesOrNo() {
        var question = only("kind: yes-no-series\noptions: [One, Two]\nkey: [yes, no]\nexplanation: So.\n");
        assertThat(SealedPart.of(question).get("pairs")).hasToString("{\"a\":\"yes\",\"b\":\"no\"}");
        assertThat(findings()).isEmpty();
    }

    @Test
    void labsAndEssaysAreJudgedByWhatTheyShow() {
        var lab = only("kind: lab\nchecks:\n  - { title: A bucket, output: \"bucket-\\\\d+\", points: 2 }\n");
        assertThat(lab.front().get("steps").get(0).get("text").asString()).isEqualTo("A bucket");
        assertThat(SealedPart.of(lab).get("checks").get(0).get("points").asInt()).isEqualTo(2);
        var essay = only("kind: essay\nrubric: [Names a risk, { text: Weighs it, points: 3 }]\n");
        assertThat(SealedPart.of(essay).get("rubric").get(0).get("text").asString()).isEqualTo("Names a risk");
        assertThat(findings()).isEmpty();
    }

    @Test
    void aBlockMayHoldAllOfAChoice() {
        var question = only("""
                id: roles
                kind: multiple
                options:
                  - { id: x, text: One, right: true, why: It is. }
                  - Two
                  - { text: Three, right: true }
                score: partial
                shuffle: pin-last
                enemies: []
                unscored: true
                difficulty: hard
                explanation: Both.
                references: [https://docs.example.org/a]
                """);
        assertThat(question.id()).isEqualTo("roles");
        assertThat(question.front().get("score").asString()).isEqualTo("partial");
        assertThat(question.front().get("shuffle").asString()).isEqualTo("pin-last");
        assertThat(SealedPart.of(question).get("key")).hasToString("[\"c\",\"x\"]");
        assertThat(SealedPart.of(question).get("references").get(0).get("url").asString())
                .isEqualTo("https://docs.example.org/a");
        assertThat(findings()).isEmpty();
    }

    @Test
    void whatCannotBeIsToldAtItsLine() {
        only("kind: singel\nkey: z\noptions: [One, Two]\n");
        assertThat(findings()).extracting(Finding::toString).contains(
                "banks/b/a.md:4: error: 'kind' cannot be 'singel'. Did you mean 'single'? It is one of: single, "
                        + "multiple, order, match, fill, numeric, hotspot, case, yes-no-series, lab, essay.",
                "banks/b/a.md:5: error: The 'key' names 'z', which is none of: a, b.");
        only("kind: match\npairs: { A: 1 }\n");
        assertThat(findings()).extracting(Finding::line).contains(5);
    }

    private Item only(String block) {
        var text = "### What?\n\n```yaml question\n" + block + "```\n";
        return folder.with("banks/b/a.md", text).read(new QuestionContent()).items().getFirst().members().findFirst()
                .orElseThrow();
    }

    private List<Finding> findings() {
        return folder.read(new QuestionContent()).findings();
    }
}
