package org.coursewright.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.coursewright.content.Finding;
import org.coursewright.content.Folder;
import org.coursewright.content.Item;
import org.coursewright.content.SchoolFolder;
import org.coursewright.course.CourseContent;
import org.coursewright.question.QuestionContent;
import org.junit.jupiter.api.Test;

class ExamContentTest {

    private static final String BLUEPRINT = """
            code: SAA-C03
            valid: { from: 2022-08-30 }
            minutes: 130
            items: { scored: 50, unscored: 15 }
            scale: { min: 100, max: 1000, pass: 720 }
            domains:
              - { id: secure, title: Design secure architectures, weight: 60, tasks: [{ id: 1.10, title: Access }] }
              - { id: resilient, title: Design resilient architectures, weight: 40 }
            """;

    private final Folder folder = new Folder();

    @Test
    void aFolderIsAnExamWithItsVersionsAndMaps() {
        var exam = folder.with("exams/saa-c03/exam.yaml", "title: Solutions Architect")
                .with("exams/saa-c03/2022-08.yaml", BLUEPRINT)
                .with("exams/saa-c03/2022-08-to-2026-03.map.yaml", "tasks:\n  \"1.1\": [\"1.2\", \"1.3\"]")
                .read(new ExamContent()).items().getFirst();
        assertThat(exam.slug().value()).isEqualTo("saa-c03");
        assertThat(exam.members()).extracting(Item::kind).containsExactly("exam-version", "map");
        var version = exam.members().findFirst().orElseThrow();
        assertThat(version.slug().value()).isEqualTo("2022-08");
        assertThat(version.title()).isEqualTo("SAA-C03");
        assertThat(version.front().at("/domains/0/tasks/0/id").asString()).isEqualTo("1.10");
        assertThat(exam.members().toList().getLast().front()).hasToString(
                "{\"from\":\"2022-08\",\"tasks\":{\"1.1\":[\"1.2\",\"1.3\"]},\"to\":\"2026-03\"}");
    }

    @Test
    void weightsSumToAHundredOrAreRangesThatCan() {
        assertThat(errors(BLUEPRINT)).isEmpty();
        assertThat(errors(BLUEPRINT.replace("weight: 60", "weight: 50-70"))).isEmpty();
        assertThat(errors(BLUEPRINT.replace("weight: 60", "weight: 30"))).containsExactly(
                "exams/x/v.yaml:6: error: The weights of the domains sum to 70, not to 100. Correct them.");
        assertThat(errors(BLUEPRINT.replace("weight: 60", "weight: 20-30"))).containsExactly(
                "exams/x/v.yaml:6: error: The weights of the domains sum to 60-70, not to 100. Correct them.");
        assertThat(errors(BLUEPRINT.replace("weight: 60", "weight: most"))).containsExactly(
                "exams/x/v.yaml:7: error: 'weight' must be a number such as 30, or a range such as 25-30.");
    }

    @Test
    void aScaleMustBeReachable() {
        assertThat(errors(BLUEPRINT.replace("pass: 720", "pass: 7200")))
                .containsExactly("exams/x/v.yaml:5: error: 'pass' must lie between 'min' and 'max' of the scale.");
        assertThat(errors(BLUEPRINT.replace("2022-08-30", "30.8.2022"))).singleElement().asString()
                .startsWith("exams/x/v.yaml:2: error: 'from' must be a day such as 2026-11-22");
    }

    @Test
    void examsLessonsAndQuestionsAreHeldAgainstEachOther() {
        var contents = folder.with("exams/saa/exam.yaml", "banks: [saa]")
                .with("exams/saa/v.yaml", BLUEPRINT)
                .with("banks/saa/a.md", "---\ndomain: secured\n---\n### Why?\n\n- [x] So\n- [ ] No\n\n> So.\n")
                .with("courses/c/course.yaml", "prepares-for: [saa]")
                .with("courses/c/01-a.md", "---\ncovers: [saa/9.9]\n---\nText")
                .with("courses/c/02-b.md", "Text")
                .read(new ExamContent(), new QuestionContent(), new CourseContent());
        assertThat(contents.findings()).extracting(Finding::toString).containsExactlyInAnyOrder(
                "banks/saa/a.md:4: warning: No version of saa has a domain 'secured'. It has: resilient, secure.",
                "courses/c/01-a.md:2: warning: No version of saa has a task '9.9'.",
                "courses/c/02-b.md:1: warning: This lesson covers no task of saa. Add 'covers: [saa/1.1]'.",
                "exams/saa/v.yaml:7: warning: Task 1.10 has no lesson and no question.",
                "exams/saa/v.yaml:8: warning: The domain 'resilient' has no question in the banks of this exam.",
                "exams/saa/v.yaml:7: warning: The domain 'secure' has no question in the banks of this exam.");
    }

    @Test
    void aBlueprintThatItsBanksCannotMeetIsToldWithItsLine() {
        var exam = folder.with("exams/saa/exam.yaml", "banks: [saa]")
                .with("exams/saa/v.yaml", BLUEPRINT.replace("scored: 50, unscored: 15", "scored: 5, unscored: 2")
                        .replace(", tasks: [{ id: 1.10, title: Access }]", ""));
        assertThat(warnings(exam, 2, 3)).contains(
                "exams/saa/v.yaml:7: warning: Domain 'secure' lacks 1 question: 3 are needed, the banks have 2.");
        assertThat(warnings(exam, 3, 2)).contains("exams/saa/v.yaml:4: warning: Of unscored questions there lack 2: "
                + "2 are needed beside those that count, the banks have 0.");
        assertThat(warnings(exam, 4, 3)).isEmpty();
        folder.with("banks/saa/c.md", """
                ### One? <!-- id: one -->

                - [x] Yes
                - [ ] No

                > So.

                ```yaml question
                domain: resilient
                enemies: [other]
                ```

                ### Other? <!-- id: other -->

                - [x] Sure
                - [ ] Never

                > So.

                ```yaml question
                domain: resilient
                ```
                """);
        assertThat(warnings(exam, 4, 1)).contains("exams/saa/v.yaml:4: warning: No form was found in which enemies "
                + "stand apart and case studies are whole: write more questions without enemies.");
        exam.with("exams/saa/v.yaml", BLUEPRINT.replace("weight: 60", "weight: 10"));
        assertThat(warnings(exam, 3, 1)).as("first the error is mended").noneMatch(text -> text.contains("lack"));
    }

    @Test
    void aMapTellsWhereTheQuestionsOfTheOldVersionBelong() {
        var exam = folder.with("exams/saa/exam.yaml", "banks: [saa]")
                .with("exams/saa/2022.yaml", "items: 2\ndomains: [{ id: old, weight: 100, tasks: [\"1\"] }]\n")
                .with("exams/saa/2026.yaml", "items: 2\ndomains: [{ id: new, weight: 100, tasks: [\"2\"] }]\n")
                .with("exams/saa/2022-to-2026.map.yaml", "tasks: { \"1\": [\"2\"] }\n")
                .with("courses/c/01.md", "---\ncovers: [saa/1@0:30]\n---\nText")
                .with("courses/c/01.mp4", "bytes")
                .with("banks/saa/a.md", questions("old", 3).replace("domain: old", "task: \"1\""));
        assertThat(exam.read(new ExamContent(), new QuestionContent(), new CourseContent()).findings()).isEmpty();
    }

    private static List<String> warnings(Folder folder, int secure, int resilient) {
        return folder.with("banks/saa/a.md", questions("secure", secure))
                .with("banks/saa/b.md", questions("resilient", resilient))
                .read(new ExamContent(), new QuestionContent(), new CourseContent()).findings().stream()
                .map(Finding::toString)
                .filter(finding -> finding.contains("warning"))
                .toList();
    }

    private static String questions(String domain, int count) {
        return "---\ndomain: " + domain + "\n---\n" + IntStream.range(0, count)
                .mapToObj(at -> "### What %s %d?\n\n- [x] Right %<d of %1$s\n- [ ] Wrong %2$d in %1$s\n\n> So.\n"
                        .formatted(domain, at))
                .collect(Collectors.joining("\n"));
    }

    private List<String> errors(String blueprint) {
        SchoolFolder.Contents contents = folder.with("exams/x/v.yaml", blueprint).read(new ExamContent());
        return contents.findings().stream().filter(Finding::isError).map(Finding::toString).toList();
    }
}
