package org.coursewright.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.coursewright.Program;
import org.coursewright.content.Publications;
import org.coursewright.identity.Students;
import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.NotFound;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Exams as they are published, and the forms that are built for them.
class ExamFormsTest {

    @TempDir
    static Path data;
    private static Program program;
    private static JdbcClient jdbc;

    @BeforeAll
    static void start() {
        program = new Program(data.resolve("data"), Map.of());
        jdbc = program.database().jdbc();
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void questionsAreLiveWithTheirCaseStudyAndTheirEnemies() throws Exception {
        var folder = school("live").with("banks/git/a.md", ExamSchool.questions("commits", 2) + """
                ## A broken release

                The build fails.

                ### What first? <!-- id: first -->

                - [x] Look
                - [ ] Guess

                ### What then? <!-- id: then -->

                - [x] Mend
                - [ ] Wait
                """).with("banks/git/b.md", """
                ### Alone? <!-- id: alone -->

                - [x] Yes
                - [ ] No

                ```yaml question
                enemies: [first]
                domain: branches
                tags: [hard]
                unscored: true
                ```
                """).without("banks/git/c.md");
        folder.publish();
        assertThat(rows(folder.school, """
                        select version.title, domain, unscored, live, case_version_id is not null as study,
                               cardinality(enemies) as enemies
                        from bank_question
                        join version on version.school_id = bank_question.school_id and version.id = version_id
                        where bank_question.school_id = :school order by bank_question.position
                        """)).containsExactly(
                "Question 0 of commits commits f t f 0", "Question 1 of commits commits f t f 0",
                "What first? commits f t t 1", "What then? commits f t t 0", "Alone? branches t t f 1");
        folder.without("banks/git/b.md").publish();
        assertThat(rows(folder.school, """
                        select version.title, live, cardinality(enemies)
                        from bank_question
                        join version on version.school_id = bank_question.school_id and version.id = version_id
                        where bank_question.school_id = :school and (not bank_question.live or version.title like 'What f%')
                        order by version.title
                        """)).containsExactly("Alone? f 1", "What first? t 0");
    }

    @Test
    void aBankAndADeckMayBeCalledTheSame() throws Exception {
        var folder = school("same").with("cards/git/words.md", "commit :: a snapshot\n")
                .with("exams/git/exam.yaml", "banks: [git]\ncards: [git]\n");
        folder.publish();
        assertThat(rows(folder.school, """
                        select content.kind from exam
                        cross join unnest(banks) as bank
                        join content on content.school_id = :school and content.id = bank
                        where exam.school_id = :school
                        """)).containsExactly("bank");
    }

    @Test
    void anExamLessonKnowsItsExam() throws Exception {
        var folder = school("lesson").with("courses/git/01-exam.md", "---\nexam: git\n---\n# The exam\n")
                .with("courses/git/02-text.md", "---\ncovers: [git/1.1]\n---\n# Text\n");
        folder.publish();
        assertThat(rows(folder.school, """
                        select lesson.title, exam.slug
                        from lesson left join exam on exam.school_id = :school and exam.content_id = exam_id
                        where lesson.school_id = :school order by lesson.position
                        """)).containsExactly("The exam git", "Text null");
    }

    @Test
    void anExamGetsFormsThatMeetItsBlueprint() throws Exception {
        var folder = school("built");
        program.publish(folder.school, folder.root);
        for (long end = System.nanoTime() + 60_000_000_000L; !folder.exam().versions().getFirst().ready(); Thread
                .sleep(100))
            assertThat(System.nanoTime()).as("the job has not run").isLessThan(end);
        var exam = folder.exam();
        var edition = exam.versions().getFirst();
        assertThat(edition.ready()).isTrue();
        assertThat(exam.free()).isTrue();
        var forms = folder.forms(edition);
        assertThat(forms).hasSizeGreaterThan(20);
        for (var form : forms) {
            assertThat(form.questions()).hasSize(12).extracting(Form.Asked::position)
                    .isEqualTo(IntStream.range(0, 12).boxed().toList());
            assertThat(form.questions().stream().filter(Form.Asked::scored)
                    .collect(Collectors.groupingBy(Form.Asked::domain, Collectors.counting())))
                    .isEqualTo(Map.of("commits", 6L, "branches", 4L));
        }
        assertThat(rows(folder.school, """
                        select count(*) from form
                        where school_id = :school and cardinality(questions) <> 12
                           or school_id = :school and purpose <> 'exam'
                        """)).containsExactly("0");
    }

    @Test
    void aBankThatIsEditedMakesNewFormsAndLeavesTheOldOnes() throws Exception {
        var folder = school("edited");
        folder.publish();
        var before = folder.exam().versions().getFirst();
        var old = folder.forms(before);
        folder.with("banks/git/a.md", ExamSchool.questions("commits", 20).replace("Question 3 ", "Third question "))
                .publish();
        var after = folder.exam().versions().getFirst();
        assertThat(after.pool()).isNotEqualTo(before.pool());
        assertThat(folder.forms(after)).isNotEmpty();
        assertThat(folder.forms(before)).isEqualTo(old);
        assertThatThrownBy(() -> jdbc.sql("update form_question set scored = false where school_id = :school")
                .param("school", folder.school.id()).update()).hasMessageContaining("frozen");
        program.bean(Publications.class).rollback(folder.school, "", "ada@example.org");
        folder.build();
        assertThat(folder.exam().versions().getFirst()).isEqualTo(before);
        assertThat(folder.forms(before)).as("not built twice").isEqualTo(old);
    }

    @Test
    void aBlueprintThatCannotBeMetSaysWhatIsLackingAndAttemptsGoOnWithTheFormsThereAre() throws Exception {
        var folder = school("lacking");
        folder.publish();
        var before = folder.exam().versions().getFirst();
        folder.with("banks/git/a.md", ExamSchool.questions("commits", 4)).publish();
        assertThat(folder.exam().versions().getFirst()).isEqualTo(before);
        assertThat(rows(folder.school, "select lacks from exam_version where school_id = :school")).containsExactly(
                "[{\"had\": 4, \"kind\": \"DOMAIN\", \"name\": \"commits\", \"needed\": 6}]");
        folder.with("banks/git/a.md", ExamSchool.questions("commits", 9)).publish();
        assertThat(folder.exam().versions().getFirst().pool()).isNotEqualTo(before.pool());
        assertThat(rows(folder.school, "select lacks from exam_version where school_id = :school"))
                .containsExactly("[]");
    }

    @Test
    void anExamThatNeverHadEnoughQuestionsIsNotReady() throws Exception {
        var folder = school("unready").with("banks/git/a.md", ExamSchool.questions("commits", 2));
        folder.publish();
        assertThat(folder.exam().versions()).noneMatch(Exam.Edition::ready);
    }

    @Test
    void aMapMovesTheBankToTheNewVersion() throws Exception {
        var folder = school("moved").with("exams/git/2027.yaml", """
                items: 10
                domains:
                  - { id: history, weight: 60, tasks: ["5.1"] }
                  - { id: branches, weight: 40, tasks: ["6.1", "6.2"] }
                """).with("exams/git/2026-to-2027.map.yaml", """
                tasks:
                  "1.1": ["5.1"]
                  "2.1": ["6.1", "6.2"]
                """)
                .with("banks/git/a.md", ExamSchool.questions("commits", 20).replace("domain: commits", "task: \"1.1\""))
                .with("banks/git/c.md",
                        ExamSchool.questions("branches", 20).replace("domain: branches", "task: \"2.1\""));
        folder.publish();
        var edition = folder.exam().versions().getLast();
        assertThat(folder.forms(edition)).isNotEmpty().allSatisfy(form -> assertThat(form.questions().stream()
                .collect(Collectors.groupingBy(one -> one.domain() + " " + one.task(), Collectors.counting())))
                .isEqualTo(Map.of("history 5.1", 6L, "branches 6.1", 2L, "branches 6.2", 2L)));
    }

    @Test
    void aQuizHasOneFormInItsOwnOrder() throws Exception {
        var folder = school("quiz").with("courses/git/01-check.quiz.md", "---\ntags: [x]\n---\n" + """
                ### One?

                - [x] Yes
                - [ ] No

                ## A situation

                Something happens.

                ### Two?

                - [x] Yes
                - [ ] No

                ### Three?

                - [x] Yes
                - [ ] No
                """);
        folder.publish();
        long lesson = jdbc.sql("select version_id from lesson where school_id = :school and kind = 'quiz'")
                .param("school", folder.school.id()).query(Long.class).single();
        var forms = program.bean(Forms.class);
        long form = forms.quiz(folder.school, lesson);
        assertThat(forms.quiz(folder.school, lesson)).isEqualTo(form);
        assertThat(forms.get(folder.school, form).questions()).extracting(one -> title(folder.school, one.versionId()))
                .containsExactly("One?", "Two?", "Three?");
        assertThat(forms.get(folder.school, form).questions()).extracting(one -> one.caseVersionId() != null)
                .containsExactly(false, true, true);
        var other = school("quiz-of-others");
        assertThatThrownBy(() -> forms.quiz(other.school, lesson)).isInstanceOf(NotFound.class);
    }

    @Test
    void practiceKeepsCaseStudiesTogether() throws Exception {
        var folder = school("practice");
        folder.publish();
        var versions = jdbc.sql("select version_id from bank_question where school_id = :school order by position")
                .param("school", folder.school.id()).query(Long.class).list();
        var chosen = List.of(
                new Forms.Chosen(1, 0, versions.get(0), 7L, "commits", null, true),
                new Forms.Chosen(2, 0, versions.get(1), null, "commits", null, true),
                new Forms.Chosen(3, 0, versions.get(2), versions.get(5), "commits", null, true),
                new Forms.Chosen(4, 0, versions.get(3), null, "commits", null, true),
                new Forms.Chosen(5, 0, versions.get(4), versions.get(5), "commits", null, true)).subList(1, 5);
        long form = program.bean(Forms.class).add(
                folder.school, Form.Purpose.PRACTICE, folder.exam().versionId(), "", chosen);
        assertThat(program.bean(Forms.class).get(folder.school, form).questions()).extracting(Form.Asked::versionId)
                .containsExactly(versions.get(1), versions.get(2), versions.get(4), versions.get(3));
        var other = school("practice-of-others");
        assertThatThrownBy(() -> program.bean(Forms.class).get(other.school, form)).isInstanceOf(NotFound.class);
    }

    @Test
    void nobodySeesTheExamsOfAnotherSchool() throws Exception {
        var folder = school("mine");
        folder.publish();
        var other = school("yours");
        var exams = program.bean(Exams.class);
        assertThat(exams.find(other.school, new Slug("git"))).isEmpty();
        assertThat(exams.find(other.school, folder.exam().id())).isEmpty();
        assertThat(exams.all(other.school)).isEmpty();
        long edition = folder.exam().versions().getFirst().id();
        assertThat(program.bean(Candidates.class).of(other.school, edition)).isEmpty();
        assertThat(program.bean(Candidates.class).of(folder.school, edition)).hasSize(40);
        assertThat(program.bean(Editions.class).find(other.school, edition)).isEmpty();
    }

    @Test
    void theStudioSaysWhatIsLackingWhereAndWhatTheMapMoves() throws Exception {
        var folder = school("desk").with("exams/git/2027.yaml", """
                items: 10
                domains:
                  - { id: history, title: History, weight: 60, tasks: ["5.1"] }
                  - { id: branches, title: Branches, weight: 40, tasks: ["2.1"] }
                """).with("exams/git/2026-to-2027.map.yaml", "tasks: { \"1.1\": [\"5.1\"], \"1.2\": [] }\n")
                .with("banks/git/a.md", ExamSchool.questions("commits", 4).replace("domain: commits", "task: \"1.1\""))
                .with("banks/git/b.md", ExamSchool.questions("old", 2).replace("domain: old", "task: \"1.2\""))
                .with("courses/git/01-log.md", "---\ncovers: [git/1.1]\n---\n# The log\n");
        folder.publish();
        assertThat(folder.page("exams")).contains("Git", "GIT-1", "Not ready",
                "Domain \"history\" lacks 2 questions: 6 are needed, the banks have 4.", "20 questions, 4 needed");
        assertThat(folder.page("exams/git/2027")).contains("Was 1.1", "The log", "2 questions without a place",
                "Question 0 of old");
        assertThat(folder.page("exams/git/2026")).contains("Examined today", "GIT-1", "30")
                .doesNotContain("without a place");
    }

    @Test
    void studentsWhoNeedItGetMoreTimeUntilItEnds() throws Exception {
        var folder = school("time");
        var students = program.bean(Students.class);
        long mia = students.ensure(folder.school, new EmailAddress("mia@example.org")).id();
        assertThat(folder.page("accommodations")).contains("Nobody has more time yet");
        assertThat(folder.post("accommodations", "email=nobody@example.org&extra=1.5").body())
                .contains("No student of this school has this address.", "nobody@example.org");
        assertThat(folder.post("accommodations", "email=mia@example.org&extra=1.5").statusCode()).isEqualTo(303);
        assertThat(folder.post("accommodations", "email=mia@example.org&extra=untimed").statusCode()).isEqualTo(303);
        assertThat(rows(folder.school, "select student_id, factor, by from accommodation where school_id = :school"))
                .containsExactly(mia + " null ada@example.org");
        assertThat(folder.page("accommodations")).contains("mia@example.org", "No limit");
        var other = school("time-of-others");
        students.ensure(other.school, new EmailAddress("sue@example.org"));
        assertThat(folder.post("accommodations", "email=sue@example.org&extra=2").statusCode()).isEqualTo(422);
        assertThat(other.post("accommodations/" + mia + "/end", "").statusCode()).isEqualTo(303);
        assertThat(rows(folder.school, "select count(*) from accommodation where school_id = :school"))
                .containsExactly("1");
        folder.post("accommodations/" + mia + "/end", "");
        assertThat(folder.page("accommodations")).contains("Nobody has more time yet");
        assertThat(rows(folder.school, """
                        select action, subject, detail ->> 'text'
                        from audit_entry where school_id = :school and action like 'accommodation%' order by id
                        """))
                .containsExactly("accommodation-given mia@example.org 1.5",
                        "accommodation-given mia@example.org untimed", "accommodation-ended mia@example.org ");
    }

    private static ExamSchool school(String slug) throws IOException {
        return new ExamSchool(program, slug, data.resolve("folder-" + slug));
    }

    private static String title(School school, long version) {
        return jdbc.sql("select title from version where school_id = :school and id = :id")
                .param("school", school.id()).param("id", version).query(String.class).single();
    }

    private static List<String> rows(School school, String sql) {
        return jdbc.sql(sql).param("school", school.id()).query((row, _) -> {
            var words = new ArrayList<String>();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++)
                words.add(String.valueOf(row.getString(column)));
            return String.join(" ", words);
        }).list();
    }
}
