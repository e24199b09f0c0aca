package org.coursewright.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.coursewright.content.DiskFolder;
import org.coursewright.content.Item;
import org.coursewright.content.SchoolFolder;
import org.junit.jupiter.api.Test;

/// `golden/` uses every feature of the format once; `golden.txt` is what it must be read as.
class GoldenFolderTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final Path EXPECTED = Path.of("src/test/resources/golden.txt");

    /// After a meant change: `-Dgolden.write=true`, then read the difference.
    @Test
    void everyFeatureIsReadAsBefore() throws IOException {
        var contents = SchoolFolder.read(DiskFolder.read(FOLDER), "", Kinds.ALL);
        var text = new StringBuilder();
        contents.items().forEach(item -> append(text, item, ""));
        if (Boolean.getBoolean("golden.write")) Files.writeString(EXPECTED, text);
        assertThat(text.toString()).isEqualTo(Files.readString(EXPECTED));
        assertThat(contents.findings()).isEmpty();
        assertThat(contents.outside()).containsOnlyKeys("courses/aws-basics/02-more/04-bucket.mp4");
    }

    @Test
    void aCourseOrAnExamMayBeReadAlone() throws IOException {
        var course = SchoolFolder.read(
                DiskFolder.read(FOLDER.resolve("courses/aws-basics")), "courses/aws-basics", Kinds.ALL);
        assertThat(course.findings()).isEmpty();
        assertThat(course.items()).singleElement().satisfies(item -> {
            assertThat(item.slug().value()).isEqualTo("aws-basics");
            assertThat(item.members()).hasSize(7);
        });
        var exam = SchoolFolder.read(DiskFolder.read(FOLDER.resolve("exams/saa-c03")), "exams/saa-c03", Kinds.ALL);
        assertThat(exam.findings()).isEmpty();
        assertThat(exam.items()).singleElement().extracting(Item::kind).isEqualTo("exam");
    }

    private static void append(StringBuilder text, Item item, String indent) {
        text.append(indent).append(item.kind()).append(' ').append(item.key());
        if (item.id() != null) text.append(" id=").append(item.id());
        text.append(" /").append(item.slug()).append(" :").append(item.line()).append(" \"").append(item.title())
                .append("\"\n");
        if (!item.front().isEmpty()) text.append(indent).append("  front ").append(item.front()).append('\n');
        if (!item.body().isEmpty())
            text.append(indent).append("  body ").append(item.body().strip().replace("\n", "⏎")).append('\n');
        if (item.sealed() != null) text.append(indent).append("  sealed ").append(item.sealed()).append('\n');
        item.files().keySet().forEach(path -> text.append(indent).append("  file ").append(path).append('\n'));
        item.references().forEach(reference -> text.append(indent).append("  to ").append(reference.kind()).append(' ')
                .append(reference.name()).append(" :").append(reference.line()).append('\n'));
        item.sections().forEach(section -> {
            text.append(indent).append("  section \"").append(section.title()).append("\"\n");
            section.items().forEach(member -> append(text, member, indent + "    "));
        });
    }
}
