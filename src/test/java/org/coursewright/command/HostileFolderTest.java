package org.coursewright.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.coursewright.content.DiskFolder;
import org.coursewright.content.Finding;
import org.coursewright.content.Markdown;
import org.coursewright.content.SchoolFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a folder holds, reading it ends soon and with findings, never with an exception.
class HostileFolderTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void aliasesThatMultiplyAreRefused() throws IOException {
        var yaml = new StringBuilder("x-a: &a [1, 2, 3, 4, 5, 6, 7, 8, 9]\n");
        for (char at = 'b'; at < 'k'; at++)
            yaml.append("x-").append(at).append(": &").append(at).append(" [")
                    .append(("*" + (char) (at - 1) + ", ").repeat(9)).append("]\n");
        write("school.yaml", yaml.toString());
        assertThat(errors()).singleElement().asString().contains("This YAML cannot be read");
    }

    @Test
    void aliasesOfThemselvesAreRefused() throws IOException {
        write("school.yaml", "x-a: &a [*a]\nx-b: &b { c: *b }\n");
        assertThat(errors()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("deep")
    void deepNestingIsRefused(String path, String text) throws IOException {
        write(path, text);
        assertThat(errors()).isNotEmpty();
    }

    static List<Arguments> deep() {
        return List.of(
                Arguments.of("school.yaml", "[".repeat(100_000)),
                Arguments.of("school.yaml", "x-a: " + "{a: ".repeat(20_000)),
                Arguments.of("pages/a.md", "*a **b ".repeat(2_000) + "c** d*".repeat(2_000)));
    }

    @ParameterizedTest
    @MethodSource("heavy")
    void heavyTextsAreReadSoon(String text) throws IOException {
        write("pages/a.md", text);
        write("courses/c/a.quiz.md", text);
        write("banks/b/a.md", text);
        write("cards/d/a.md", text);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            findings();
            Markdown.html(text, target -> target);
        });
    }

    static List<String> heavy() {
        return List.of(
                "# " + "#".repeat(60_000) + "x",
                "# " + " #".repeat(30_000) + "x",
                "> ".repeat(10_000) + "a",
                "- ".repeat(10_000) + "a",
                "[".repeat(20_000),
                "![".repeat(10_000) + "](".repeat(10_000),
                "*".repeat(40_000) + "a",
                "`".repeat(20_000) + "a" + "`".repeat(19_999),
                "<".repeat(40_000),
                "<div>".repeat(4_000),
                "|a".repeat(4_000) + "\n" + "|-".repeat(4_000) + "\n" + "|b".repeat(4_000),
                "### a\n\n- [ ] b\n".repeat(500),
                "1. a\n    - A. b\n<details>\nAnswer: A" + " and".repeat(10_000) + "\n</details>",
                "### <!-- id:" + " ".repeat(40_000),
                "a :: b\n".repeat(4_000),
                "```java\n" + "\"".repeat(30_000) + "\n```",
                "```json\n" + "{".repeat(30_000) + "\n```",
                "https://a.example/" + "(".repeat(20_000));
    }

    @Test
    void textsThatAreNoneAreNamed() throws IOException {
        Files.createDirectories(folder.resolve("pages"));
        Files.write(folder.resolve("pages/a.md"), new byte[]{'a', (byte) 0xff, (byte) 0xfe});
        write("pages/b.md", "one\ntwo \u202e three");
        write("pages/c.md", "nul \0");
        write("pages/d.md", "x".repeat(2_100_000));
        assertThat(errors()).containsExactly(
                "pages/a.md: error: This file is no UTF-8 text. Save it as UTF-8.",
                "pages/b.md:2: error: There is a control character (U+202E) here. Remove it.",
                "pages/c.md:1: error: There is a control character (U+0000) here. Remove it.",
                "pages/d.md: error: This text has more than 2 MB. Split it into smaller files.");
    }

    @Test
    void namesThatHideOrClashAreRefused() throws IOException {
        write("pages/a\u202egnp.md", "text");
        write("pages/About.md", "---\nslug: one\n---\ntext");
        write("pages/about.md", "---\nslug: two\n---\ntext");
        write("pages/caf\u00e9.md", "---\nslug: three\n---\ntext");
        write("pages/cafe\u0301.md", "---\nslug: four\n---\ntext");
        assertThat(errors()).anyMatch(error -> error.contains("This name has characters that cannot be kept"));
        assertThat(errors())
                .anyMatch(error -> error.contains("Some systems cannot tell this name from pages/About.md"));
    }

    @Test
    void nothingOutsideOfTheFolderIsRead() throws IOException {
        var secret = Files.writeString(folder.resolveSibling("secret-" + folder.getFileName()), "secret");
        write("pages/a.md", "[up](../../" + secret.getFileName() + ") ![me](/../" + secret.getFileName() + ")");
        write("courses/c/a.md", "---\nvideo: ../../../etc/passwd\n---\ntext");
        Files.createSymbolicLink(folder.resolve("pages/secret.md"), secret);
        assertThat(errors()).containsExactly(
                "courses/c/a.md:2: error: There is no file '../../../etc/passwd'. Add it or correct the name.",
                "pages/a.md:1: error: '../../" + secret.getFileName() + "' leads out of the school folder.",
                "pages/a.md:1: error: '/../" + secret.getFileName() + "' leads out of the school folder.");
        assertThat(DiskFolder.links(folder)).extracting(Finding::toString).containsExactly(
                "pages/secret.md: error: This link leads out of the folder, or nowhere. Put the file itself here.");
    }

    /// The golden folder with bytes changed, lines dropped and doubled, in 60 ways that are the same on each run.
    @Test
    void brokenCopiesOfAGoodFolderNeverBreakTheReader() throws IOException {
        var golden = Path.of("src/test/resources/golden");
        List<Path> texts;
        try (var all = Files.walk(golden)) {
            texts = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (var file : texts) {
            var target = folder.resolve(golden.relativize(file).toString());
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            Files.copy(file, target);
        }
        var random = new Random(2026);
        for (int i = 0; i < 60; i++) {
            var file = texts.get(random.nextInt(texts.size()));
            var target = folder.resolve(golden.relativize(file).toString());
            Files.write(target, broken(Files.readString(file), random).getBytes(UTF_8));
            assertThat(findings()).doesNotContainNull();
            Files.write(target, Files.readAllBytes(file));
        }
    }

    private static String broken(String text, Random random) {
        var pieces = List.of("---\n", "###", "- [x] ", "```yaml question\n", "{", "]", ": ", "&a ", "*a", "\t", "> ",
                "|", "\"", "\u0000", "#", "%");
        var lines = new ArrayList<>(List.of(text.split("\n", -1)));
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            int at = random.nextInt(lines.size());
            var line = lines.get(at);
            int column = random.nextInt(line.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> lines.set(at, line.substring(0, column));
                case 1 -> lines.add(at, line);
                case 2 -> lines.set(at, "  " + line);
                default -> lines.set(
                        at,
                        line.substring(0, column) + pieces.get(random.nextInt(pieces.size())) + line.substring(column));
            }
        }
        return String.join("\n", lines);
    }

    private List<Finding> findings() throws IOException {
        return SchoolFolder.read(DiskFolder.read(folder), "", Kinds.ALL).findings();
    }

    private List<String> errors() throws IOException {
        return findings().stream().filter(Finding::isError).map(Finding::toString).toList();
    }

    private void write(String path, String text) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }
}
