package org.coursewright.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coursewright.content.DiskFolder;
import org.coursewright.content.Item;
import org.coursewright.content.SchoolFolder;
import org.coursewright.question.QuestionKind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The manual is the first school that anybody sees, and the one that authors copy from.
class ManualTest {

    private static SchoolFolder.Contents manual;

    @BeforeAll
    static void read() throws IOException {
        manual = SchoolFolder.read(DiskFolder.read(Path.of("src/main/resources/manual")), "", Kinds.ALL);
    }

    @Test
    void nothingInItIsToBeMended() {
        assertThat(manual.findings()).isEmpty();
    }

    @Test
    void itsExamHasSixtyQuestionsAndEveryKindOfThem() {
        var bank = questions("bank").toList();
        assertThat(bank.stream().filter(question -> question.sealed() != null)).hasSizeGreaterThanOrEqualTo(60);
        assertThat(
                bank.stream().map(question -> question.front().path("kind").asString("")).collect(Collectors.toSet()))
                .hasSize(QuestionKind.values().length);
    }

    @Test
    void everyQuestionSaysWhyForEachOptionAndWhereToReadMore() {
        var asked = Stream.of("bank", "course").flatMap(ManualTest::questions).filter(one -> one.sealed() != null);
        assertThat(asked).hasSizeGreaterThanOrEqualTo(70).allSatisfy(question -> {
            var sealed = Objects.requireNonNull(question.sealed());
            assertThat(sealed.path("explanation").asString("")).as(question.title()).isNotBlank();
            assertThat(sealed.path("references").size()).as(question.title()).isPositive();
            for (var option : question.front().path("options"))
                assertThat(sealed.path("why").path(option.path("id").asString("")).asString("")).as(question.title())
                        .isNotBlank();
        });
    }

    private static Stream<Item> questions(String kind) {
        return manual.items().stream()
                .filter(item -> item.kind().equals(kind))
                .flatMap(Item::withMembers)
                .filter(item -> item.kind().equals("question"));
    }
}
