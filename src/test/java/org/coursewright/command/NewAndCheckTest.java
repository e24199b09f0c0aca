package org.coursewright.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class NewAndCheckTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path parent = Path.of("");

    @Test
    void aNewSchoolPassesItsCheckWithoutAWarning() {
        var folder = parent.resolve("my \"cloud\" school");
        assertThat(run("new", folder.toString())).isZero();
        assertThat(folder.resolve("school.yaml")).content().contains("name: \"My \\\"cloud\\\" school\"");
        assertThat(run("check", folder.toString())).isZero();
        assertThat(err.toString()).isEqualToIgnoringNewLines("0 errors, 0 warnings");
    }

    @Test
    void aFolderThatIsNotEmptyIsLeftAlone() throws IOException {
        Files.writeString(parent.resolve("mine.txt"), "mine");
        assertThat(run("new", parent.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("is not empty");
        assertThat(parent).isDirectoryContaining(path -> path.endsWith("mine.txt"));
    }

    @Test
    void findingsComeWithPathAndLineAndOnlyErrorsRefuse() throws IOException {
        Files.writeString(parent.resolve("school.yaml"), "name: A\ncurency: EUR\n");
        assertThat(run("check", parent.toString())).isEqualTo(1);
        assertThat(out.toString()).isEqualToIgnoringNewLines(
                "school.yaml:2: error: 'curency' is no key of a school. Did you mean 'currency'?");
        Files.writeString(parent.resolve("school.yaml"), "name: A\ntags: [hugo]\n");
        assertThat(run("check", parent.toString())).isZero();
    }

    @Test
    void toolsGetJson() throws IOException {
        Files.writeString(parent.resolve("school.yaml"), "name: [A]\n");
        assertThat(run("check", parent.toString(), "--json")).isEqualTo(1);
        var finding = JsonMapper.shared().readTree(out.toString()).get(0);
        assertThat(finding.get("path").asString()).isEqualTo("school.yaml");
        assertThat(finding.get("line").asInt()).isEqualTo(1);
        assertThat(finding.get("level").asString()).isEqualToIgnoringCase("error");
    }

    @Test
    void wrongUseIsTwo() {
        assertThat(run("check", "--no-such-option")).isEqualTo(2);
        assertThat(run("chek")).isEqualTo(2);
        assertThat(run("check", parent.resolve("nowhere").toString())).isEqualTo(1);
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Commands.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
