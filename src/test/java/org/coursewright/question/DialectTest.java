package org.coursewright.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coursewright.content.Finding;
import org.coursewright.content.Folder;
import org.coursewright.content.Item;
import org.coursewright.content.ItemHash;
import org.junit.jupiter.api.Test;

class DialectTest {

    private static final String ROLES = """
            ---
            domain: secure
            tags: [iam]
            ---
            ### Which statement about IAM roles is true? <!-- id: iam-roles-1 -->

            Look at this policy:

            ```json
            {"Effect": "Allow"}
            ```

            - [ ] A role has long-term credentials.
              > No: a role issues short-lived credentials through STS.
            - [x] A role can be assumed by a service.

            > Roles are assumed; users sign in.

            [IAM roles](https://docs.example.org/roles)
            """;

    private final Folder folder = new Folder();

    @Test
    void aHeadingWithATaskListIsAQuestion() {
        var question = only(ROLES);
        assertThat(question.id()).isEqualTo("iam-roles-1");
        assertThat(question.line()).isEqualTo(5);
        assertThat(question.title()).isEqualTo("Which statement about IAM roles is true?");
        assertThat(question.body()).isEqualTo("Look at this policy:\n\n```json\n{\"Effect\": \"Allow\"}\n```");
        assertThat(question.front()).hasToString("{\"domain\":\"secure\",\"kind\":\"single\",\"options\":["
                + "{\"id\":\"a\",\"text\":\"A role has long-term credentials.\"},"
                + "{\"id\":\"b\",\"text\":\"A role can be assumed by a service.\"}],\"tags\":[\"iam\"]}");
        assertThat(SealedPart.of(question))
                .hasToString("{\"explanation\":\"Roles are assumed; users sign in.\",\"key\":[\"b\"],"
                        + "\"references\":[{\"title\":\"IAM roles\",\"url\":\"https://docs.example.org/roles\"}],"
                        + "\"why\":{\"a\":\"No: a role issues short-lived credentials through STS.\"}}");
    }

    @Test
    void whatDependsOnTheKeyIsNotInTheHash() {
        var hash = ItemHash.of(only(ROLES));
        var corrected = ROLES.replace("[ ] A role has", "[x] A role has").replace("[x] A role can", "[ ] A role can")
                .replace("users sign in", "people sign in");
        assertThat(ItemHash.of(only(corrected))).isEqualTo(hash);
        assertThat(ItemHash.of(only(ROLES.replace("long-term", "lasting")))).isNotEqualTo(hash);
    }

    @Test
    void severalMarksAreSeveralAnswers() {
        var question = only("### Select TWO of these.\n\n- [x] One\n- [ ] Two\n- [X] Three\n\n> Because.\n");
        assertThat(question.front().get("kind").asString()).isEqualTo("multiple");
        assertThat(SealedPart.of(question).get("key")).hasToString("[\"a\",\"c\"]");
        assertThat(findings()).isEmpty();
    }

    @Test
    void aLevelTwoHeadingWithTextIsACaseStudy() {
        var contents = folder.with("banks/b/a.md", """
                ## Example Ltd moves {#example}

                Example Ltd has one server.

                ### Where to?

                - [x] Up
                - [ ] Down

                > Up.

                ### How?

                - [x] Slowly
                - [ ] Not at all

                > Slowly.

                ## Others

                ### Alone?

                - [x] Yes
                - [ ] No

                > Yes.
                """).read(new QuestionContent());
        var sections = contents.items().getFirst().sections();
        assertThat(sections).extracting(Item.Section::title).containsExactly("Example Ltd moves", "Others");
        var study = sections.getFirst().items().getFirst();
        assertThat(study.id()).isEqualTo("example");
        assertThat(study.body()).isEqualTo("Example Ltd has one server.");
        assertThat(study.members()).extracting(Item::title).containsExactly("Where to?", "How?");
        assertThat(study.sealed()).isNull();
        assertThat(contents.findings()).isEmpty();
    }

    @Test
    void keysInTheLockAreMadeOfTheWordsAndOutliveANewOrder() {
        var one = "### One?\n\n- [x] a\n- [ ] b\n\n> c\n\n";
        var contents = folder.with("banks/b/a.md", "### Two?\n\n- [x] a\n- [ ] b\n\n> c\n\n" + one + one)
                .read(new QuestionContent());
        assertThat(contents.items().getFirst().members()).extracting(Item::key)
                .containsExactly("banks/b/a.md#two", "banks/b/a.md#one", "banks/b/a.md#one-2");
    }

    @Test
    void optionsMayHaveCodeAndTheirOwnIds() {
        var question = only("""
                ### Which prints?

                - [x] This one {#print}

                  ```python
                  print("x")
                  ```
                - [ ] That

                > It prints.
                """);
        assertThat(question.front().get("options").get(0).get("id").asString()).isEqualTo("print");
        assertThat(question.front().get("options").get(0).get("text").asString())
                .isEqualTo("This one\n\n```python\nprint(\"x\")\n```");
        assertThat(SealedPart.of(question).get("key")).hasToString("[\"print\"]");
    }

    @Test
    void lettersAreNotedWhereOptionsShuffle() {
        only("### Why?\n\n- [x] So\n- [ ] Not so\n\n> Option B is wrong. A is right.\n");
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.line()).isEqualTo(6);
            assertThat(finding.message()).startsWith("'Option B' names an option by its place");
        });
    }

    @Test
    void fixedOrderAllowsLetters() {
        only("---\nshuffle: false\n---\n### Why?\n\n- [x] So\n- [ ] Not so\n\n> B is wrong.\n");
        assertThat(findings()).isEmpty();
    }

    @Test
    void noKeyIsAnErrorAndNoExplanationAWarning() {
        only("text\n\n### Why?\n\n- [ ] So\n- [ ] Not so\n");
        assertThat(findings()).extracting(Finding::toString).containsExactly(
                "banks/b/a.md:3: error: This question has no right answer. Mark it with [x].",
                "banks/b/a.md:3: warning: This question has no explanation. Add a line that begins with '>' after the options.");
    }

    @Test
    void aCountThatDisagreesIsNoted() {
        only("### Choose three of these?\n\n- [x] One\n- [ ] Two\n- [x] Three\n\n> Because.\n");
        assertThat(findings()).singleElement().extracting(Finding::message).asString()
                .startsWith("The question asks for three answers, but 2 are marked as right.");
    }

    @Test
    void nearDuplicatesNameEachOther() {
        var question = "### Which service stores objects for many years at the lowest price in the cloud?\n\n"
                + "- [x] Deep archive storage\n- [ ] A fast disk\n\n> So.\n\n";
        only("other\n\n" + question);
        folder.with("banks/b/b.md", question.replace("many years", "very many years"));
        assertThat(findings()).singleElement().extracting(Finding::toString).asString()
                .startsWith("banks/b/b.md:1: warning: This question is nearly the same as banks/b/a.md:3.");
    }

    private Item only(String text) {
        return folder.with("banks/b/a.md", text).read(new QuestionContent()).items().getFirst().members().findFirst()
                .orElseThrow();
    }

    private List<Finding> findings() {
        return folder.read(new QuestionContent()).findings();
    }
}
