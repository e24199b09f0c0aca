package org.coursewright.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.coursewright.content.Folder;
import org.coursewright.content.Item;
import org.coursewright.platform.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class ShownQuestionTest {

    private static final String SECRETS = """
            explanation: Secret explanation
            references: [https://docs.example.org/secret]
            """;

    /// Each kind twice, with another key.
    static Stream<List<String>> keys() {
        var areas = """
                areas:
                  - { id: menu, label: The menu, shape: rect, at: [11.11, 10, 30, 5] }
                  - { id: logo, label: The logo, shape: circle, at: [88.88, 10, 5] }
                """;
        var otherAreas = areas.replace("11.11", "22.22").replace("88.88", "77.77");
        return Stream.of(
                List.of("options: [{text: One, why: Secret}, Two]\nkey: a\n", "options: [One, Two]\nkey: b\n"),
                List.of("options: [One, Two, Three]\nkey: [a, b]\n", "options: [One, Two, Three]\nkey: [b, c]\n"),
                List.of("kind: order\noptions: [One, Two, Three]\n", "kind: order\noptions: [Three, One, Two]\n"),
                List.of("pairs: { A: Right 1, B: Right 2 }\n", "pairs: { A: Right 2, B: Right 1 }\n"),
                List.of("accept: [VPC]\n", "accept: [LAN, \"/secret/\"]\n"),
                List.of("accept: [VPC]\npool: [LAN]\n", "accept: [LAN, \"/secret/\"]\npool: [VPC]\n"),
                List.of("kind: numeric\nkey: 3\ntolerance: 1\n", "kind: numeric\nkey: 777\n"),
                List.of(areas + "key: menu\n", otherAreas + "key: logo\n"),
                List.of(
                        "kind: yes-no-series\noptions: [One, Two]\nkey: [yes, no]\n",
                        "kind: yes-no-series\noptions: [One, Two]\nkey: [no, yes]\n"),
                List.of(
                        "checks: [{ title: Make it, output: secret, points: 2 }]\n",
                        "checks: [{ title: Make it, json: $.secret }]\n"),
                List.of("rubric: [Secret]\n", "rubric: [{ text: Another, points: 5 }]\n"));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void whatIsShownIsTheSameWhateverIsRight(List<String> keys) {
        var shown = keys.stream().map(block -> json(new Asked(block + SECRETS).shown())).distinct().toList();
        assertThat(shown).singleElement().asString().contains("\"title\":\"What?\"")
                .doesNotContainIgnoringCase("secret")
                .doesNotContain("11.11", "88.88", "22.22", "77.77");
    }

    @Test
    void anAreaThatIsAloneIsNotNamed() {
        var alone = new Asked("areas: [{ id: menu, label: The menu, shape: rect, at: [1, 1, 9, 9] }]\nkey: menu\n");
        assertThat(json(alone.shown())).doesNotContain("menu");
        assertThat(alone.read("[\"menu\"]")).isInstanceOf(Answer.Reading.Refused.class);
    }

    @Test
    void theHeadingAndWhatStandsBelowAreBothShown() {
        var shown = new Asked("Which `role` is *it*?", "Look:\n\n![A plan](plan.png)\n\n[More](plan.png)",
                "accept: [x]\n")
                .shown();
        assertThat(shown.title()).isEqualTo("Which <code>role</code> is <em>it</em>?");
        assertThat(shown.stem()).startsWith("<p>Look:</p>").contains("src=\"/files/plan.png\"", "alt=\"A plan\"",
                "href=\"/files/plan.png\"");
        assertThat(shown.files()).containsExactly(Map.entry("banks/b/plan.png", Hash.of("a picture").hex()));
    }

    @Test
    void aQuestionWithoutAHeadingAsksOnce() {
        var shown = new Asked("", "What is it?", "accept: [x]\n").shown();
        assertThat(shown.title()).isEmpty();
        assertThat(shown.stem()).isEqualTo("<p>What is it?</p>");
    }

    @Test
    void anOptionStandsInALabelUnlessItIsMoreThanALine() {
        var shown = new Asked("options: [\"`ls` <script>x()</script>\", \"One\\n\\n```sh\\nls\\n```\"]\nkey: a\n")
                .shown();
        assertThat(shown.options().getFirst().html()).startsWith("<code>ls</code>").doesNotContain("script");
        assertThat(shown.options().getLast().html()).startsWith("<p>One</p>").contains("<pre");
    }

    @Test
    void howManyAreRightIsSaidWhereSeveralMayBe() {
        assertThat(new Asked(Kinds.block(QuestionKind.MULTIPLE)).shown().choose()).isEqualTo(2);
        assertThat(new Asked(Kinds.block(QuestionKind.SINGLE)).shown().choose()).isZero();
    }

    @Test
    void onlyWhatIsShuffledMoves() {
        var series = new Asked(Kinds.block(QuestionKind.YES_NO_SERIES));
        var match = new Asked(Kinds.block(QuestionKind.MATCH));
        var pinned = new Asked(Kinds.block(QuestionKind.SINGLE) + "shuffle: pin-last\n");
        boolean moved = false;
        for (int seed = 0; seed < 20; seed++) {
            var order = new Shuffling(seed, 1);
            assertThat(series.shown().shuffled(series.question(), order)).isEqualTo(series.shown());
            var sides = match.shown().shuffled(match.question(), order);
            assertThat(sides.left()).isEqualTo(match.shown().left());
            assertThat(sides.right()).containsExactlyInAnyOrderElementsOf(match.shown().right());
            moved |= !sides.right().equals(match.shown().right());
            assertThat(pinned.shown().shuffled(pinned.question(), order).options().getLast().id()).isEqualTo("d");
        }
        assertThat(moved).isTrue();
    }

    @Test
    void theKeyIsShownWithItsReasons() {
        var asked = new Asked("""
                options: [{ text: One, right: true, why: "It *is*." }, Two]
                explanation: "See ![plan](plan.png)"
                references: [https://docs.example.org/a, "javascript:alert(1)"]
                """);
        var key = ShownKey.of(asked.version(), asked.key(), (hash, name) -> "/key/" + name);
        assertThat(key.right()).containsExactly("a");
        assertThat(key.why()).containsEntry("a", "<p>It <em>is</em>.</p>");
        assertThat(key.explanation()).contains("src=\"/key/plan.png\"");
        assertThat(key.references()).extracting(AnswerKey.Source::url).containsExactly("https://docs.example.org/a");
        var hotspot = new Asked(Kinds.block(QuestionKind.HOTSPOT));
        assertThat(ShownKey.of(hotspot.version(), hotspot.key(), (hash, name) -> "").areas())
                .contains(new ShownKey.Area("logo", "circle", List.of(90.0, 10.0, 5.0)));
    }

    @Test
    void aCaseStudyAsksNothingButIsShown() {
        Item study = new Folder().with("banks/b/a.md", """
                ## A shop

                It sells *shoes*.

                ### What?

                - [x] One
                - [ ] Two
                """).read(new QuestionContent()).items().getFirst().members().findFirst().orElseThrow();
        assertThatThrownBy(() -> Question.of(study.front())).isInstanceOf(IllegalArgumentException.class);
        var version = new Asked(study).version();
        assertThat(ShownCase.of(version, (hash, name) -> "").html()).isEqualTo("<p>It sells <em>shoes</em>.</p>");
    }

    private static String json(ShownQuestion shown) {
        return JsonMapper.shared().writeValueAsString(shown);
    }
}
