package org.coursewright.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coursewright.content.Finding;
import org.coursewright.content.Folder;
import org.coursewright.content.Item;
import org.coursewright.content.ItemHash;
import org.coursewright.content.SchoolFolder;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CourseContentTest {

    private final Folder folder = new Folder();

    @Test
    void aFolderWithOneMarkdownFileIsACourse() {
        var course = only(folder.with("courses/java-basics/hello.md", "# Hello\n\nText").read(new CourseContent()));
        assertThat(course.title()).isEqualTo("Java basics");
        assertThat(course.slug().value()).isEqualTo("java-basics");
        assertThat(course.members()).singleElement().satisfies(lesson -> {
            assertThat(lesson.title()).isEqualTo("Hello");
            assertThat(lesson.body()).isEqualTo("Text");
            assertThat(lesson.front().get("kind").asString()).isEqualTo("article");
        });
    }

    @Test
    void numbersOrderAndAreNoPartOfTheSlug() {
        var course = only(folder.with("courses/x/10-late/01-a.md", "a")
                .with("courses/x/2-early/02-b.md", "b")
                .with("courses/x/2-early/10-c.md", "c")
                .with("courses/x/2-early/section.yaml", "title: Before all")
                .read(new CourseContent()));
        assertThat(course.sections()).extracting(Item.Section::title).containsExactly("Before all", "Late");
        assertThat(course.members()).extracting(lesson -> lesson.slug().value()).containsExactly("b", "c", "a");
    }

    @Test
    void theFileOfTheSameNameIsTheVideoWithItsCaptions() {
        var lesson = only(folder.with("courses/x/01-welcome.md", "Hi")
                .with("courses/x/01-welcome.mp4", "bytes")
                .with("courses/x/01-welcome.en.vtt", "WEBVTT")
                .with("courses/x/01-welcome.de.vtt", "WEBVTT ")
                .read(new CourseContent()))
                .members()
                .findFirst()
                .orElseThrow();
        assertThat(lesson.front().get("kind").asString()).isEqualTo("video");
        assertThat(lesson.front().get("video").asString()).isEqualTo("courses/x/01-welcome.mp4");
        assertThat(lesson.front().get("captions").get("de").asString()).isEqualTo("courses/x/01-welcome.de.vtt");
        assertThat(lesson.files()).hasSize(3);
    }

    @Test
    void chaptersComeFromTheFrontMatterElseFromTheirFileElseFromHeadings() {
        var file = "WEBVTT\n\n00:00.000 --> 00:42.000\nFile one\n\n00:42.500 --> 01:00.000\nFile\ntwo\n";
        var headings = "## 0:00 Said first\n\n```\n## 0:30 Code\n```\n\n## Not a chapter\n\n### 1:02:07 - Said *last* ##\n";
        folder.with("courses/x/1-front.md", "---\nchapters: [\"1:00 Late\", \"0:00 Early\"]\n---\n" + headings)
                .with("courses/x/1-front.mp4", "bytes")
                .with("courses/x/1-front.chapters.vtt", file)
                .with("courses/x/2-file.md", headings)
                .with("courses/x/2-file.mp4", "bytes")
                .with("courses/x/2-file.en.vtt", "WEBVTT")
                .with("courses/x/2-file.chapters.vtt", file)
                .with("courses/x/3-headings.md", headings);
        var contents = folder.read(new CourseContent());
        assertThat(contents.findings()).isEmpty();
        var lessons = only(contents).members().toList();
        assertThat(chapters(lessons.get(0))).containsExactly("0:00 Early", "1:00 Late");
        assertThat(chapters(lessons.get(1))).containsExactly("0:00 File one", "0:42.500 File two");
        assertThat(lessons.get(1).front().get("captions").size()).isEqualTo(1);
        assertThat(chapters(lessons.get(2))).containsExactly("0:00 Said first", "1:02:07 Said *last*");
    }

    @Test
    void aChapterWithoutATimeIsAnErrorWhereItIsWritten() {
        var contents = folder.with("courses/x/a.md", "---\nchapters: [Policies]\n---\ntext")
                .with("courses/x/b.md", "text")
                .with("courses/x/b.chapters.vtt", "WEBVTT\n\n0:42 --> 1:00\nNo millis\n")
                .read(new CourseContent());
        assertThat(contents.findings()).extracting(Finding::toString).containsExactlyInAnyOrder(
                "courses/x/a.md:2: error: The chapter 'Policies' does not begin with a time. Write it as '0:42 Policies'.",
                "courses/x/b.chapters.vtt:3: error: This file is no WebVTT with chapters: each has a line "
                        + "'00:42.000 --> 01:30.000' and its title.");
    }

    @Test
    void aTaskMayBeTaughtFromAMomentOfTheVideoOn() {
        var contents = folder
                .with("courses/x/a.md", "---\ncovers: [e/1@4:12, e/2, e/3@90, e/3@1:00, e/4@1:02:07]\n---\n")
                .with("courses/x/a.mp4", "bytes")
                .read(new CourseContent());
        assertThat(contents.findings()).as("the exam is not here")
                .allMatch(one -> one.message().contains("no exam 'e'"));
        var lesson = only(contents).members().findFirst().orElseThrow();
        assertThat(lesson.front().path("covers")).hasToString("[\"e/1\",\"e/2\",\"e/3\",\"e/4\"]");
        assertThat(lesson.front().path("moments")).hasToString("{\"e/1\":252,\"e/3\":60,\"e/4\":3727}");
        assertThat(lesson.references()).extracting(Item.Reference::written)
                .containsExactly("e/1", "e/2", "e/3", "e/4");
    }

    @Test
    void aMomentThatIsNoTimeOrHasNoVideoIsToldWhereItIsWritten() {
        var contents = folder.with("courses/x/a.md", "---\nid: a\ncovers: [e/1@4:1x]\n---\ntext")
                .with("courses/x/a.mp4", "bytes")
                .with("courses/x/b.md", "---\ncovers: [e/1@4:12]\n---\ntext")
                .read(new CourseContent());
        assertThat(contents.findings()).extracting(Finding::toString).contains(
                "courses/x/a.md:3: error: '4:1x' in 'e/1@4:1x' is no time. Write it as 'e/1@4:12': minutes and seconds of "
                        + "the video.",
                "courses/x/b.md:2: warning: This lesson has no video, so nothing begins at '4:12' in it. Write 'e/1', or "
                        + "add the video.");
        assertThat(only(contents).members()).extracting(lesson -> lesson.front().path("covers").toString())
                .containsExactly("[\"e/1\"]", "[\"e/1\"]");
        assertThat(only(contents).members()).allMatch(lesson -> lesson.front().path("moments").isMissingNode());
    }

    @Test
    void aMisspeltKeyIsAnErrorAtItsLineWithTheSuggestion() {
        var contents = folder.with("courses/x/a.md", "---\ntitle: A\nfre: true\n---\ntext").read(new CourseContent());
        assertThat(contents.findings())
                .containsExactly(new Finding(
                        "courses/x/a.md", 3, Finding.Level.ERROR, "'fre' is no key of a lesson. Did you mean 'free'?"));
    }

    @Test
    void aForeignKeyIsToldOnceAndAKeyOfOnesOwnNever() {
        var contents = folder.with("courses/x/a.md", "---\nsidebar_position: 1\nx-note: y\n---\ntext")
                .with("courses/x/b.md", "---\nsidebar_position: 2\n---\ntext")
                .read(new CourseContent());
        assertThat(contents.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.isError()).isFalse();
            assertThat(finding.toString()).startsWith("courses/x/a.md:2: warning: 'sidebar_position'");
        });
    }

    @Test
    void valuesAreReadAsWritten() {
        var lesson = only(folder.with("courses/x/a.md", "---\nid: 1.10\n---\ntext").read(new CourseContent()))
                .members()
                .findFirst()
                .orElseThrow();
        assertThat(lesson.id()).isEqualTo("1.10");
    }

    @Test
    void brokenYamlSaysWhereAndTheRestIsStillRead() {
        var contents = folder.with("courses/x/a.md", "---\ntitle: [a\n---\ntext")
                .with("courses/x/b.md", "text")
                .read(new CourseContent());
        assertThat(contents.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.path()).isEqualTo("courses/x/a.md");
            assertThat(finding.line()).isBetween(2, 3);
        });
        assertThat(only(contents).members()).hasSize(1);
    }

    @Test
    void twoFilesWithOneIdAreAnErrorThatNamesBoth() {
        var contents = folder.with("courses/x/a.md", "---\nid: same\n---\ntext")
                .with("courses/x/b.md", "---\nid: same\n---\ntext")
                .read(new CourseContent());
        assertThat(contents.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.path()).isEqualTo("courses/x/b.md");
            assertThat(finding.message()).contains("courses/x/a.md:1");
        });
    }

    @Test
    void linksAndImagesThatLeadNowhereAreErrorsAtTheirLine() {
        var contents = folder
                .with("courses/x/a.md",
                        "---\ntitle: A\n---\n\nSee [b](b.md).\n\n![x](x.png)\n[out](../../../../etc/passwd)")
                .read(new CourseContent());
        assertThat(contents.findings()).extracting(Finding::line).containsExactly(5, 7, 8);
        assertThat(contents.findings()).allMatch(Finding::isError);
    }

    @Test
    void aLinkToAnotherLessonIsAReferenceByPath() {
        var contents = folder.with("courses/x/1-a/a.md", "[b](../2-b/b.md#part)")
                .with("courses/x/2-b/b.md", "text")
                .read(new CourseContent());
        assertThat(contents.findings()).isEmpty();
        assertThat(only(contents).members().findFirst().orElseThrow().references())
                .containsExactly(new Item.Reference("../2-b/b.md#part", "path", "courses/x/2-b/b.md", 1));
    }

    @Test
    void aDraftIsNotPartOfTheCourse() {
        var course = only(folder.with("courses/x/a.md", "---\ndraft: true\n---\ntext")
                .with("courses/x/b.md", "text")
                .read(new CourseContent()));
        assertThat(course.members()).extracting(lesson -> lesson.slug().value()).containsExactly("b");
    }

    @Test
    void theHashChangesWithTheTextAndTheBytesOfFilesAndWithNothingElse() {
        var first = only(new Folder().with("courses/x/a.md", "text").read(new CourseContent()));
        var same = only(new Folder().with("courses/x/a.md", "---\nid: given\n---\ntext").read(new CourseContent()));
        var other = only(new Folder().with("courses/x/a.md", "text!").read(new CourseContent()));
        assertThat(ItemHash.of(same)).isEqualTo(ItemHash.of(first));
        assertThat(ItemHash.of(other)).isNotEqualTo(ItemHash.of(first));
    }

    @Test
    void hostileYamlIsAFindingAndNeverAFailure() {
        var bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x, x]\n");
        for (char name = 'b'; name < 'j'; name++)
            bomb.append(name).append(": &").append(name).append(" [")
                    .append(("*" + (char) (name - 1) + ", ").repeat(10)).append("]\n");
        var deep = "x: " + "[".repeat(20_000);
        var contents = folder.with("courses/x/course.yaml", bomb.toString())
                .with("courses/y/course.yaml", deep)
                .with("courses/z/course.yaml", "title: a\u202eb")
                .with("courses/z/a.md", "text")
                .read(new CourseContent());
        assertThat(contents.findings()).filteredOn(Finding::isError).extracting(Finding::path)
                .contains("courses/x/course.yaml", "courses/y/course.yaml", "courses/z/course.yaml");
    }

    private static List<String> chapters(Item lesson) {
        return lesson.front().get("chapters").valueStream().map(JsonNode::asString).toList();
    }

    private static Item only(SchoolFolder.Contents contents) {
        assertThat(contents.items()).hasSize(1);
        return contents.items().getFirst();
    }
}
