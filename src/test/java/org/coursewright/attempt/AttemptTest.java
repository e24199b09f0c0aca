package org.coursewright.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.coursewright.identity.Student;
import org.junit.jupiter.api.Test;

/// Sittings as a browser has them: over HTTP, against the real database.
class AttemptTest extends Sitting {

    @Test
    void anAttemptIsStartedSavedHandedInAndScored() throws Exception {
        var code = start(mia);
        var form = json(get(mia, "/attempts/" + code + "/form"));
        assertThat(form.path("questions")).hasSize(3);
        assertThat(form.toString()).doesNotContain("Secret").doesNotContain("\"key\"").doesNotContain("why");
        int epoch = lease(mia, code);
        assertThat(json(get(mia, "/attempts/" + code + "/state")).path("breakRemaining").isNull()).as("said").isTrue();
        var saved = json(save(mia, code, epoch, 1, answers()));
        assertThat(saved.path("counts").asBoolean()).isTrue();
        assertThat(saved.path("remaining").asLong()).isBetween(29L * 60_000, 30L * 60_000);
        var handed = json(post(mia, "/attempts/" + code + "/submission",
                "{\"epoch\":%d,\"seq\":2,\"answers\":[]}".formatted(epoch)));
        assertThat(handed.path("state").asString()).isEqualTo("SUBMITTED");
        assertThat(score(code)).isEqualTo("3 of 3");
        var result = get(mia, handed.path("url").asString());
        assertThat(result.statusCode()).isEqualTo(200);
        assertThat(result.body()).contains("You passed").contains("3 of 3");
        var review = get(mia, "/attempts/" + code + "/review").body();
        assertThat(review).contains("Secret reason.");
    }

    @Test
    void theSameBatchAgainChangesNothingAndAnOlderOneNeverWins() throws Exception {
        var code = start(mia);
        int epoch = lease(mia, code);
        int at = position("q3");
        save(mia, code, epoch, 5, "[{\"position\":%d,\"answer\":\"42\",\"ms\":1000}]".formatted(at));
        save(mia, code, epoch, 5, "[{\"position\":%d,\"answer\":\"42\",\"ms\":1000}]".formatted(at));
        save(mia, code, epoch, 4, "[{\"position\":%d,\"answer\":\"7\",\"ms\":1000}]".formatted(at));
        var state = json(get(mia, "/attempts/" + code + "/state"));
        assertThat(state.path("responses").path(0).path("answer").asString()).isEqualTo("42");
        assertThat(number("select spent_ms from response where school_id = :school")).isEqualTo(1000);
        assertThat(number("select count(*) from attempt_event where school_id = :school and kind = 'save'"))
                .isEqualTo(2);
    }

    @Test
    void aSecondTabTakesOverAndTheFirstHearsIt() throws Exception {
        var code = start(mia);
        int first = lease(mia, code);
        assertThat(lease(mia, code)).isEqualTo(first);
        var other = json(post(mia, "/attempts/" + code + "/lease", "{\"holder\":\"tab-bbbbbbbb\"}"));
        assertThat(other.path("epoch").asInt()).isEqualTo(first + 1);
        assertThat(other.path("previous").asString()).isEqualTo("other");
        var stale = save(mia, code, first, 1, "[{\"position\":0,\"answer\":null}]");
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(json(stale).path("epoch").asInt()).isEqualTo(first + 1);
        assertThat(post(mia, "/attempts/" + code + "/submission", "{\"epoch\":%d,\"seq\":2}".formatted(first))
                .statusCode()).isEqualTo(409);
        assertThat(number("select count(*) from response where school_id = :school")).isZero();
    }

    @Test
    void whatFitsNoQuestionIsRefusedInWordsAndTheRestIsKept() throws Exception {
        var code = start(mia);
        int epoch = lease(mia, code);
        int numeric = position("q3");
        int choice = position("q1");
        var answer = save(mia, code, epoch, 1, """
                [{"position":%d,"answer":"42"},{"position":%d,"answer":"zz"},{"position":99,"answer":"a"}]
                """.formatted(numeric, choice));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).path("refused")).hasSize(2);
        assertThat(json(answer).path("refused").path(0).path("reason").asString())
                .contains("nothing that this question");
        assertThat(number("select count(*) from response where school_id = :school")).isEqualTo(1);
    }

    @Test
    void anotherStudentsAttemptIsNotThere() throws Exception {
        var code = start(mia);
        var eve = student(school, "eve@example.org");
        for (var path : new String[]{"", "/form", "/state", "/result", "/review", "/events"})
            assertThat(get(eve, "/attempts/" + code + path).statusCode()).as(path).isEqualTo(404);
        assertThat(save(eve, code, 1, 1, "[]").statusCode()).isEqualTo(404);
        assertThat(post(eve, "/attempts/" + code + "/lease", "{" + TAB + "}").statusCode()).isEqualTo(404);
        assertThat(post(eve, "/attempts/" + code + "/submission", "{\"epoch\":0,\"seq\":1}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void anAnswerAfterTheEndIsKeptAndDoesNotCount() throws Exception {
        var code = start(mia);
        int epoch = lease(mia, code);
        save(mia, code, epoch, 1, "[{\"position\":%d,\"answer\":\"42\"}]".formatted(position("q3")));
        sql("update attempt set deadline_at = db_now() - interval '2 s' where school_id = :school");
        assertThat(json(save(mia, code, epoch, 2, "[{\"position\":%d,\"answer\":\"b\"}]"
                .formatted(position("q1")))).path("counts").asBoolean()).as("within the grace").isTrue();
        sql("update attempt set deadline_at = db_now() - interval '7 s' where school_id = :school");
        var late = json(save(mia, code, epoch, 3, "[{\"position\":%d,\"answer\":\"7\"}]"
                .formatted(position("q3"))));
        assertThat(late.path("counts").asBoolean()).isFalse();
        assertThat(number("select count(*) from attempt_event where school_id = :school and kind = 'late'"))
                .isEqualTo(1);
        assertThat(get(mia, "/attempts/" + code).statusCode()).isEqualTo(303);
        assertThat(score(code)).isEqualTo("2 of 3");
        assertThat(get(mia, "/attempts/" + code + "/result").body()).contains("The time was over");
    }

    @Test
    void whoNeverComesBackIsScoredAllTheSame() throws Exception {
        var code = start(mia);
        int epoch = lease(mia, code);
        save(mia, code, epoch, 1, "[{\"position\":%d,\"answer\":\"42\"}]".formatted(position("q3")));
        sql("update attempt set deadline_at = db_now() - interval '10 s' where school_id = :school");
        program.bean(OverdueAttempts.class).end();
        program.bean(OverdueAttempts.class).end();
        assertThat(score(code)).isEqualTo("1 of 3");
        assertThat(number("select count(*) from attempt_score where school_id = :school")).isEqualTo(1);
    }

    @Test
    void anAttemptThatCannotBeScoredKeepsNobodyWaiting() throws Exception {
        save(mia, start(mia), 0, 1, answers());
        sql("update attempt set deadline_at = db_now() - interval '20 s' where school_id = :school");
        sql("update question_key set sealed = '{\"number\": \"x\"}' where school_id = :school");
        anExamWithThreeQuestions();
        var code = start(mia);
        save(mia, code, 0, 1, answers());
        sql("update attempt set deadline_at = db_now() - interval '10 s' where school_id = :school");
        program.bean(OverdueAttempts.class).end();
        assertThat(score(code)).isEqualTo("3 of 3");
    }

    @Test
    void startingTwiceIsStartingOnceAndHandingInTwiceToo() throws Exception {
        var code = start(mia);
        assertThat(start(mia)).isEqualTo(code);
        int epoch = lease(mia, code);
        save(mia, code, epoch, 1, answers());
        for (int i = 0; i < 2; i++)
            assertThat(post(mia, "/attempts/" + code + "/submission",
                    "{\"epoch\":%d,\"seq\":%d}".formatted(epoch, 2 + i)).statusCode()).isEqualTo(200);
        assertThat(number("select count(*) from attempt_score where school_id = :school")).isEqualTo(1);
        assertThat(start(mia)).isNotEqualTo(code);
    }

    @Test
    void studyShowsAKeyOnceTheAnswerIsFinalAndASimulationDoesNot() throws Exception {
        var simulation = start(mia);
        int epoch = lease(mia, simulation);
        var release = "{\"epoch\":%d,\"seq\":9,\"position\":%d,\"answer\":\"a\"}";
        assertThat(post(mia, "/attempts/" + simulation + "/releases",
                release.formatted(epoch, position("q1"))).statusCode()).isEqualTo(409);
        var study = start(mia, "study");
        int at = position("q1");
        int studyEpoch = lease(mia, study);
        var shown = json(post(mia, "/attempts/" + study + "/releases", release.formatted(studyEpoch, at)));
        assertThat(shown.path("fraction").asDouble()).isZero();
        assertThat(shown.path("key").path("right").path(0).asString()).isEqualTo("b");
        assertThat(shown.path("key").path("why").path("b").asString()).contains("Secret reason.");
        save(mia, study, studyEpoch, 20, "[{\"position\":%d,\"answer\":\"b\"}]".formatted(at));
        var state = json(get(mia, "/attempts/" + study + "/state"));
        assertThat(state.path("responses").path(0).path("answer").asString()).as("final").isEqualTo("a");
    }

    @Test
    void theTimeOfAnAbsentServerIsGivenBack() throws Exception {
        var code = start(mia);
        sql("""
                update attempt set started_at = started_at - interval '10 min', deadline_at = deadline_at - interval '10 min'
                where school_id = :school""");
        sql("update heartbeat set at = db_now() - interval '120 s' where :school > 0");
        program.bean(Gaps.class).beat();
        long remaining = json(get(mia, "/attempts/" + code + "/state")).path("remaining").asLong();
        assertThat(remaining).isBetween(21L * 60_000, 22L * 60_000 + 1000);
        assertThat(number("select count(*) from attempt_event where school_id = :school and kind = 'extend'"))
                .isEqualTo(1);
    }

    @Test
    void moreTimeIsWhatAStudentIsGiven() throws Exception {
        sql("""
                insert into accommodation (school_id, student_id, factor, by, at)
                select school_id, id, 1.5, 'ada', now() from student where school_id = :school""");
        var code = start(mia);
        long remaining = json(get(mia, "/attempts/" + code + "/state")).path("remaining").asLong();
        assertThat(remaining).isBetween(44L * 60_000, 45L * 60_000);
    }

    @Test
    void aSectionThatWasLeftIsClosedAndABreakStopsTheClock() throws Exception {
        Files.writeString(folder.resolve("exams/e/2026-01.yaml"), """
                minutes: 60
                items: { scored: 2 }
                domains: [{ id: one, weight: 50 }, { id: two, weight: 50 }]
                sections:
                  - { title: First, domains: [one], items: 1, minutes: 10, one-way: true }
                  - { title: Second, domains: [two], items: 1, minutes: 20 }
                breaks: [{ after: First, minutes: 5 }]
                """);
        Files.writeString(folder.resolve("banks/b/q.md"), question("one", "left"));
        Files.writeString(folder.resolve("banks/b/r.md"), question("two", "right"));
        program.publish(school, folder);
        ExamFixture.awaitForms(program, school);
        var code = start(mia);
        int epoch = lease(mia, code);
        var state = json(get(mia, "/attempts/" + code + "/state"));
        assertThat(state.path("sectionRemaining").asLong()).isBetween(9L * 60_000, 10L * 60_000);
        assertThat(json(get(mia, "/attempts/" + code + "/form")).path("questions")).hasSize(1);
        assertThat(get(mia, "/attempts/" + code + "/form?section=1").statusCode()).isEqualTo(409);
        save(mia, code, epoch, 1, "[{\"position\":0,\"answer\":\"a\"}]");
        for (int i = 0; i < 2; i++)
            state = json(post(mia, "/attempts/" + code + "/sections", "{\"epoch\":%d,\"from\":0}".formatted(epoch)));
        assertThat(state.path("section").asInt()).isEqualTo(1);
        assertThat(state.path("breakRemaining").asLong()).isBetween(4L * 60_000, 5L * 60_000);
        assertThat(state.path("sectionRemaining").asLong()).isBetween(24L * 60_000, 25L * 60_000);
        assertThat(state.path("remaining").asLong()).isBetween(64L * 60_000, 65L * 60_000);
        save(mia, code, epoch, 2, "[{\"position\":0,\"answer\":\"b\"}]");
        state = json(send(program.request(school, mia, "/attempts/" + code + "/break").DELETE()));
        assertThat(state.path("breakRemaining").isNull()).isTrue();
        assertThat(state.path("remaining").asLong()).isBetween(59L * 60_000, 60L * 60_000);
        assertThat(state.path("sectionRemaining").asLong()).isBetween(19L * 60_000, 20L * 60_000);
        assertThat(state.path("responses").path(0).path("answer").asString()).as("closed").isEqualTo("a");
        assertThat(json(get(mia, "/attempts/" + code + "/form?section=1")).path("questions")).hasSize(2);
    }

    @Test
    void aQuizIsDoneWithItsFirstResultAndTheLessonOfAnExamWhenThatIsPassed() throws Exception {
        Files.createDirectories(folder.resolve("courses/c"));
        Files.writeString(folder.resolve("courses/c/1-check.quiz.md"), question("one", "quick"));
        Files.writeString(folder.resolve("courses/c/2-exam.md"), "---\nexam: e\n---\n# The exam\n");
        program.publish(school, folder);
        ExamFixture.of(program, school);
        form(mia, "/learn/c/enrolment", "");
        assertThat(get(mia, "/learn/c/check").body()).contains("Start the quiz");
        assertThat(get(mia, "/learn/c/exam").body()).contains("/exams/e/attempts");
        var quiz = form(mia, "/learn/c/check/attempts", "").substring("/attempts/".length());
        int epoch = lease(mia, quiz);
        post(mia, "/attempts/" + quiz + "/submission",
                "{\"epoch\":%d,\"seq\":1,\"answers\":[{\"position\":0,\"answer\":\"a\"}]}".formatted(epoch));
        assertThat(get(mia, "/learn/c/check").body()).contains("100 % right");
        assertThat(get(mia, "/learn/c").body()).contains("1 of 2 done");
        var exam = start(mia);
        epoch = lease(mia, exam);
        save(mia, exam, epoch, 1, answers());
        post(mia, "/attempts/" + exam + "/submission", "{\"epoch\":%d,\"seq\":2}".formatted(epoch));
        assertThat(get(mia, "/learn/c").body()).contains("2 of 2 done");
        assertThat(get(mia, "/exams").body()).contains("best: 100");
    }

    @Test
    void whatWasMissedLeadsToTheSecondThatTeachesIt() throws Exception {
        Files.createDirectories(folder.resolve("courses/c"));
        Files.writeString(folder.resolve("courses/c/1-film.md"), "---\ncovers: [e/1.1@4:12, e/1.2@1:00:07]\n---\n");
        Files.writeString(folder.resolve("courses/c/1-film.mp4"), "no video, but a file");
        Files.writeString(folder.resolve("courses/c/2-text.md"), "---\ncovers: [e/1.1]\n---\n# In words\nText\n");
        Files.writeString(folder.resolve("banks/b/q.md"), question("one", "left").replace("---\n###",
                "task: \"1.1\"\n---\n###"));
        Files.writeString(folder.resolve("exams/e/2026-01.yaml"), """
                items: { scored: 1 }
                domains: [{ id: one, weight: 100, tasks: ["1.1", "1.2"] }]
                """);
        program.publish(school, folder);
        ExamFixture.of(program, school);
        var code = start(mia);
        post(mia, "/attempts/" + code + "/submission", "{\"epoch\":%d,\"seq\":1}".formatted(lease(mia, code)));
        for (var page : new String[]{"/review", "/result"})
            assertThat(get(mia, "/attempts/" + code + page).body()).as(page)
                    .containsPattern("href=\"/learn/c/film\\?t=252\">Film <span [^>]*>from 4:12</span></a>")
                    .contains("href=\"/learn/c/text\">In words</a>")
                    .doesNotContain("1:00:07");
    }

    @Test
    void practiceAndItsLessonsFollowTheMapOfTheVersionThatIsChosen() throws Exception {
        Files.createDirectories(folder.resolve("courses/c"));
        Files.writeString(folder.resolve("courses/c/1-old.md"), "---\ncovers: [e/1.1]\n---\n# Written for 1.1\nText\n");
        Files.writeString(folder.resolve("exams/e/2026-01.yaml"), """
                items: { scored: 1 }
                domains: [{ id: one, weight: 60, tasks: ["1.1"] }, { id: two, weight: 40, tasks: ["2.1"] }]
                """);
        Files.writeString(folder.resolve("exams/e/2027-01.yaml"), """
                items: { scored: 1 }
                domains: [{ id: one, weight: 60, tasks: ["8.1"] }, { id: new, weight: 40, tasks: ["9.1"] }]
                """);
        Files.writeString(folder.resolve("exams/e/2026-01-to-2027-01.map.yaml"),
                "tasks: { \"1.1\": [\"9.1\"], \"2.1\": [\"8.1\"] }\n");
        Files.writeString(folder.resolve("banks/b/q.md"), question("one", "left").replace("---\n###",
                "task: \"1.1\"\n---\n###"));
        Files.writeString(folder.resolve("banks/b/r.md"), question("two", "right"));
        program.publish(school, folder);
        ExamFixture.awaitForms(program, school);
        assertThat(practised("mode=drill&from=all&count=9&domain=one&version=2026-01")).containsExactly("left one 1.1");
        assertThat(practised("mode=drill&from=all&count=9&domain=one&version=2027-01"))
                .containsExactly("right one 8.1");
        assertThat(practised("mode=drill&from=all&count=9&domain=new&version=2027-01")).containsExactly("left new 9.1");
        assertThat(practised("mode=diagnostic&version=2027-01"))
                .containsExactly("right one 8.1", "left new 9.1");
        assertThat(taught("count=9&from=all&domain=new&version=2027-01")).as("9.1 was 1.1").contains("Written for 1.1");
        assertThat(taught("count=9&from=all&domain=one&version=2027-01")).doesNotContain("Written for 1.1");
    }

    /// What the review of a drill leads to.
    private String taught(String asked) throws Exception {
        var code = form(mia, "/exams/e/attempts", "mode=drill&" + asked).substring("/attempts/".length());
        post(mia, "/attempts/" + code + "/submission", "{\"epoch\":%d,\"seq\":1}".formatted(lease(mia, code)));
        return get(mia, "/attempts/" + code + "/review").body();
    }

    private static String question(String domain, String word) {
        return "---\ndomain: %s\n---\n### Which way is %s?\n\n- [x] This %s\n- [ ] That %s\n".formatted(domain, word,
                word, word);
    }

    @Test
    void whoeverFindsTooManyBeginningIsToldWhenToComeBack() throws Exception {
        var admission = program.bean(Admission.class);
        var go = new CompletableFuture<String>();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < Admission.AT_ONCE + Admission.WAITING; i++)
                crowd.submit(() -> admission.admit(go::join));
            while (admission.waiting() < Admission.WAITING)
                Thread.sleep(5);
            var answer = send(program.request(school, mia, "/exams/e/attempts")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("mode=simulation")));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(2L, 5L);
            assertThat(answer.body()).contains("Many begin right now").contains("name=\"mode\" value=\"simulation\"");
            assertThat(number("select count(*) from attempt where school_id = :school")).isZero();
            go.complete("");
        }
        start(mia);
    }

    @Test
    void aResultIsComparedWithOthersOnlyWhenTheyAreFiveOrMore() throws Exception {
        var code = handIn(mia, answers());
        for (int i = 1; i < Cohorts.FEWEST_PEOPLE; i++) {
            assertThat(get(mia, "/attempts/" + code + "/result").body()).as(i + " people")
                    .doesNotContain("id=\"cohort\"");
            handIn(student(school, "other" + i + "@example.org"), "[]");
        }
        assertThat(get(mia, "/attempts/" + code + "/result").body())
                .contains("id=\"cohort\"").contains("5 people").contains("20 % passed").contains("above 80 %");
    }

    @Test
    void aCharacterThatNoDatabaseTakesCostsNoAnswer() throws Exception {
        var code = start(mia);
        int epoch = lease(mia, code);
        var saved = save(mia, code, epoch, 1, """
                [{"position":%d,"answer":"4\\u00002","marks":{"note":"a\\u0000b \\\\u0000"}}]"""
                .formatted(position("q3")));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
        var kept = json(get(mia, "/attempts/" + code + "/state")).path("responses").path(0);
        assertThat(kept.path("answer").asString()).isEqualTo("42");
        assertThat(kept.path("marks").path("note").asString()).isEqualTo("ab \\u0000");
    }

    private String handIn(Student student, String answers) throws Exception {
        var code = start(student);
        int epoch = lease(student, code);
        save(student, code, epoch, 1, answers);
        post(student, "/attempts/" + code + "/submission", "{\"epoch\":%d,\"seq\":2,\"answers\":[]}".formatted(epoch));
        return code;
    }
}
