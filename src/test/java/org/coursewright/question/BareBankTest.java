package org.coursewright.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.coursewright.content.Folder;
import org.coursewright.content.Item;
import org.junit.jupiter.api.Test;

class BareBankTest {

    private final Folder folder = new Folder();

    @Test
    void numberedStemsWithLettersAndDetailsAreQuestions() {
        var bank = folder.with("banks/b/exam-1.md", """
                # Practice exam 1

                1. Which service keeps objects?
                    - A. EC2
                    - B. S3
                    - C. RDS

                    <details markdown=1><summary markdown='span'>Answer</summary>
                      Correct answer: B
                    </details>

                1. Which are databases?<br/>Select TWO.
                    - A. RDS
                    - B. S3
                    - C. DynamoDB

                    <details markdown=1><summary markdown='span'>Answer</summary>
                      Correct answer: A, C

                      Explanation: Both keep rows.

                      Reference: [Databases](https://docs.example.org/databases)
                    </details>
                """).read(new QuestionContent());
        var questions = bank.items().getFirst().members().toList();
        assertThat(questions).extracting(Item::title)
                .containsExactly("Which service keeps objects?", "Which are databases?");
        assertThat(questions).extracting(Item::line).containsExactly(3, 12);
        assertThat(SealedPart.of(questions.getFirst()).get("key")).hasToString("[\"b\"]");
        assertThat(questions.getLast().body()).isEqualTo("Select TWO.");
        assertThat(SealedPart.of(questions.getLast()))
                .hasToString("{\"explanation\":\"Both keep rows.\",\"key\":[\"a\",\"c\"],"
                        + "\"references\":[{\"title\":\"Databases\",\"url\":\"https://docs.example.org/databases\"}]}");
        assertThat(bank.findings()).singleElement().extracting(finding -> finding.line()).isEqualTo(3);
    }

    @Test
    void taskListBanksComeWithLinksBackToTheTop() {
        var bank = folder.with("banks/b/README.md", """
                # Questions

                ## Table of contents

                | No. | Question |
                | --- | -------- |
                | 1   | [What is it?](#what-is-it) |

                ### What is it?

                ![picture](https://example.org/it.png)

                - [x] This
                - [ ] That

                **[⬆ Back to Top](#table-of-contents)**

                ### And that?

                - [ ] This
                - [x] That

                **[⬆ Back to Top](#table-of-contents)**
                """).read(new QuestionContent());
        var questions = bank.items().getFirst().members().toList();
        assertThat(questions).extracting(Item::title).containsExactly("What is it?", "And that?");
        assertThat(questions.getFirst().body()).isEqualTo("![picture](https://example.org/it.png)");
        assertThat(SealedPart.of(questions.getFirst())).hasToString("{\"key\":[\"a\"]}");
    }
}
