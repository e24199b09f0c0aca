package org.coursewright.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChaptersTest {

    @Test
    void aLineIsATimeAndATitle() {
        assertThat(Chapter.read("0:42 Policies")).contains(new Chapter(Duration.ofSeconds(42), "Policies"));
        assertThat(Chapter.read(" 1:02:07.5 – Roles ")).contains(new Chapter(Duration.ofMillis(3_727_500), "Roles"));
        assertThat(Chapter.read("90:00 - Long")).contains(new Chapter(Duration.ofMinutes(90), "Long"));
        for (var no : List.of("", "Policies", "0:42", "0:42 ", "42 Policies", "0:72 Policies", "0:4 Policies"))
            assertThat(Chapter.read(no)).as(no).isEmpty();
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        for (var chapter : List.of(new Chapter(Duration.ZERO, "A"), new Chapter(Duration.ofMillis(3_727_050), "B - c")))
            assertThat(Chapter.read(chapter.line())).contains(chapter);
        assertThat(new Chapter(Duration.ofMillis(42_500), "x").seconds()).isEqualTo("42.5");
        assertThat(new Chapter(Duration.ofMillis(42_000), "x").seconds()).isEqualTo("42");
        assertThat(new Chapter(Duration.ofMillis(42_900), "x").clock()).isEqualTo("0:42");
    }

    @Test
    void theFirstSourceThatHasAnyWins() {
        var author = List.of(new Chapter(Duration.ofSeconds(9), "late"), new Chapter(Duration.ZERO, "early"));
        var container = List.of(new Chapter(Duration.ofSeconds(1), "Chapter 1"));
        assertThat(Chapters.first(author, container)).extracting(Chapter::title).containsExactly("early", "late");
        assertThat(Chapters.first(List.of(), container)).isEqualTo(container);
        assertThat(Chapters.first(List.of(), List.of())).isEmpty();
    }
}
