package org.coursewright.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.coursewright.content.Finding;
import org.coursewright.content.Folder;
import org.junit.jupiter.api.Test;

class AuthorPatternTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(30); // on a busy machine; backtracking takes years

    @Test
    void aBombAnswersAtOnce() {
        var text = "a".repeat(100_000) + "!";
        for (var bomb : List.of("(a+)+$", "(a|aa)+$", "(a*)*b", "^(([a-z])+.)+[A-Z]$", "(.*)*,(.*)*;"))
            assertTimeoutPreemptively(AT_ONCE, () -> assertThat(AuthorPattern.isPart(bomb, text)).isFalse());
        assertTimeoutPreemptively(AT_ONCE, () -> assertThat(AuthorPattern.isWhole("(a?){150}a{150}", "a".repeat(290)))
                .isTrue());
    }

    @Test
    void aPathThatVisitsAllAgainAndAgainEnds() {
        var deep = "[".repeat(400) + "]".repeat(400);
        var wide = "[" + "[[1]],".repeat(10_000) + "0]";
        for (var path : List.of("$..*..*..*..*", "$..[?(@..*..x)]", "$..*[?(@..*)]..*"))
            for (var text : List.of(deep, wide))
                assertTimeoutPreemptively(AT_ONCE, () -> JsonSearch.finds(path, text));
        assertThat(JsonSearch.finds("$.a", "[".repeat(50_000))).isFalse();
    }

    @Test
    void aPathFindsWhatIsThere() {
        var text = "{\"Buckets\":[{\"Name\":\"logs\",\"Size\":3},{\"Name\":\"films\",\"Size\":70}],\"Owner\":null}";
        for (var path : List.of("$.Buckets", "$.Buckets[1].Name", "$..Size", "$.Buckets[?(@.Name == 'films')]",
                "$.Buckets[?(@.Size > 50)].Name", "$.Buckets[?(@.Name in ['a','logs'])]", "$['Buckets'][-1:]"))
            assertThat(JsonSearch.finds(path, text)).as(path).isTrue();
        for (var path : List.of("$.Nothing", "$.Buckets[2]", "$.Buckets[?(@.Size > 90)]", "$..Colour"))
            assertThat(JsonSearch.finds(path, text)).as(path).isFalse();
    }

    @Test
    void whatCannotRunIsRefusedWhereItIsWritten() {
        assertThat(faults("accept: [\"/(?=a)b/\"]")).singleElement().asString().contains("looks ahead or behind");
        assertThat(faults("accept: [\"/(a)\\\\1/\"]")).singleElement().asString().contains("refers back to a group");
        assertThat(faults("accept: [\"/((a{99}){99}){99}/\"]")).singleElement().asString().contains("repeats too much");
        assertThat(faults("accept: [\"/(a/\"]")).singleElement().asString().contains("cannot be read");
        assertThat(faults("checks: [{ title: A, output: \"[a\" }]")).singleElement().asString()
                .startsWith("banks/b/a.md:4: error: The regular expression /[a/ cannot be read");
        assertThat(faults("checks: [{ title: A, json: \"$.a.\" }]")).singleElement().asString()
                .contains("The JSONPath '$.a.' cannot be read");
        assertThat(faults("checks: [{ title: A, json: \"$[?(@.a =~ /x/)]\" }]")).singleElement().asString()
                .contains("has a regular expression");
        assertThat(faults("checks: [A]")).singleElement().asString().contains("needs 'output' or 'json'");
        assertThat(faults("checks: [{ title: A, output: a, points: 0 }]")).singleElement().asString()
                .contains("from 1 to 1000");
    }

    @Test
    void whatAuthorsWriteRuns() {
        for (var pattern : List.of("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "arn:aws:iam::\\d{12}:role/\\S+",
                "^\\[x\\{2}$", "(?i)ready\\s+\\d+/\\d+", "[]{}]+", "\\p{Lu}\\w*", "a\\\\1"))
            assertThat(AuthorPattern.fault(pattern)).as(pattern).isEmpty();
        assertThat(AuthorPattern.isPart("^b$", "a\nb\nc")).isTrue();
        assertThat(AuthorPattern.isPart("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
                "id 0a0a0a0a-1111-2222-3333-444444444444.")).isTrue();
    }

    private static List<Finding> faults(String block) {
        return new Folder()
                .with("banks/b/a.md", "### What?\n\n```yaml question\n" + block + "\nexplanation: So.\n```\n")
                .read(new QuestionContent()).findings();
    }
}
