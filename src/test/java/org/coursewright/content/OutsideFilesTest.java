package org.coursewright.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.coursewright.course.CourseContent;
import org.coursewright.platform.Hash;
import org.coursewright.site.SiteContent;
import org.junit.jupiter.api.Test;

class OutsideFilesTest {

    private static final String SHA = "4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393";

    private final Folder folder = new Folder();

    @Test
    void aPointerOfGitLfsStandsForItsFile() {
        var contents = folder.with("courses/c/a.md", "text")
                .with("courses/c/a.mp4",
                        "version https://git-lfs.github.com/spec/v1\noid sha256:" + SHA + "\nsize 12345\n")
                .read(new CourseContent());
        assertThat(contents.findings()).isEmpty();
        assertThat(contents.outside()).containsEntry("courses/c/a.mp4", new Hash(SHA));
        assertThat(contents.items().getFirst().members().findFirst().orElseThrow().files())
                .containsEntry("courses/c/a.mp4", new Hash(SHA));
    }

    @Test
    void aLineOfMediaYamlIsAFileThatLiesElsewhere() {
        var contents = folder.with("courses/c/a.md", "---\nvideo: film.mp4\n---\ntext")
                .with("media.yaml", "courses/c/film.mp4: " + SHA + "\n../up.mp4: " + SHA + "\ncourses/c/b.mp4: none\n")
                .read(new CourseContent());
        assertThat(contents.outside()).containsOnlyKeys("courses/c/film.mp4");
        assertThat(contents.findings()).extracting(Finding::toString).containsExactly(
                "media.yaml:2: error: '../up.mp4' leads out of the folder. Write it from the folder's root.",
                "media.yaml:3: error: A line here is 'path/to/video.mp4: sha256', 64 digits 0-9 and a-f.");
    }

    @Test
    void whatLiesBesideItsPlaceIsNamed() {
        var contents = folder.with("course/c/a.md", "text")
                .with("school.yml", "name: A")
                .with("pages/a.md", "# A\n\n[down](#below) [gone](#above)\n\n## Below")
                .read(new CourseContent(), new SiteContent());
        assertThat(contents.findings()).extracting(Finding::toString).containsExactly(
                "course/c/a.md: warning: The folder 'course' has no meaning here. Did you mean 'courses'?",
                "pages/a.md:3: warning: There is no heading '#above' in this text. Correct the link.",
                "school.yml: warning: A file of this name has no meaning here. Did you mean 'school.yaml'?");
    }

    @Test
    void aFolderThatIsNoSchoolSaysSo() {
        assertThat(folder.with("src/main.c", "int main;").read(new SiteContent()).findings()).singleElement()
                .extracting(Finding::message).asString().startsWith("There is nothing of a school in this folder");
    }
}
