package org.coursewright.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.coursewright.identity.Accounts;
import org.coursewright.identity.Memberships;
import org.coursewright.identity.Role;
import org.coursewright.identity.Student;
import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.Slug;
import org.coursewright.school.Schools;
import org.junit.jupiter.api.Test;

/// What staff read and decide of attempts, and how their students hear of it.
class StaffTest extends Sitting {

    @Test
    void staffMoveTheEndAndTakeAnAttemptOutOfTheCount() throws Exception {
        var code = start(mia);
        var ada = author();
        form(ada, "/attempts/" + code + "/extension", "minutes=15&reason=fire+alarm");
        long remaining = json(get(mia, "/attempts/" + code + "/state")).path("remaining").asLong();
        assertThat(remaining).isBetween(44L * 60_000, 45L * 60_000);
        form(ada, "/attempts/" + code + "/annulment", "reason=wrong+room");
        assertThat(json(get(mia, "/attempts/" + code + "/state")).path("state").asString()).isEqualTo("VOID");
        for (var shown : new String[]{"/result", "/review"})
            assertThat(get(mia, "/attempts/" + code + shown).statusCode()).as(shown).isEqualTo(200);
        var page = send(program.request(ada, "/studio/" + school.slug() + "/attempts/" + code)).body();
        assertThat(page).contains("mia@example.org").contains("15 minutes later").contains("“fire alarm”")
                .contains("“wrong room”").contains("ada@example.org").doesNotContain("&#34;")
                .doesNotContain("&quot;why");
        assertThat(start(mia)).as("it blocks nothing").isNotEqualTo(code);
    }

    @Test
    void anEssayWaitsForAReaderAndThenCounts() throws Exception {
        Files.writeString(folder.resolve("banks/b/q.md"), """
                ---
                domain: one
                ---
                ### Tell. <!-- id: q1 -->

                ```yaml question
                kind: essay
                rubric:
                  - { text: It is clear, points: 3 }
                  - { text: It is true, points: 1 }
                ```
                """);
        program.publish(school, folder);
        ExamFixture.of(program, school);
        var code = start(mia);
        int epoch = lease(mia, code);
        save(mia, code, epoch, 1, "[{\"position\":0,\"answer\":\"So it is. <b>\"}]");
        post(mia, "/attempts/" + code + "/submission", "{\"epoch\":%d,\"seq\":2}".formatted(epoch));
        assertThat(get(mia, "/attempts/" + code + "/result").body()).contains("still to be read by a person");
        var ada = author();
        var page = send(program.request(ada, "/studio/" + school.slug() + "/attempts/" + code)).body();
        assertThat(page).contains("It is clear").contains("So it is. &lt;b&gt;");
        form(ada, "/attempts/" + code + "/readings/0", "points=2&points=9&comment=Nearly.");
        assertThat(get(mia, "/attempts/" + code + "/result").body()).contains("You passed").contains("0.75 of 1");
        assertThat(get(mia, "/attempts/" + code + "/review").body()).contains("Nearly.").contains("75 % right");
        assertThat(number("select count(*) from attempt_score where school_id = :school")).as("both are kept")
                .isEqualTo(2);
    }

    @Test
    void aFormWithACharacterThatNoDatabaseTakesIsRefusedAndNotAnError() throws Exception {
        var code = start(mia);
        for (var form : new String[]{"/extension", "/annulment"})
            assertThat(send(program.form(author(), "/studio/" + school.slug() + "/attempts/" + code + form,
                    "minutes=5&reason=a%00b")).statusCode()).as(form).isEqualTo(400);
        assertThat(json(get(mia, "/attempts/" + code + "/state")).path("state").asString()).isEqualTo("OPEN");
    }

    @Test
    void aStudentReportsAQuestionOnceAndHearsWhatTheAuthorSays() throws Exception {
        var code = start(mia);
        int at = position("q1");
        var reports = "/attempts/" + code + "/reports/";
        assertThat(report(mia, reports + at, "reason=key").statusCode()).as("open").isEqualTo(404);
        post(mia, "/attempts/" + code + "/submission", "{\"epoch\":0,\"seq\":1}");
        var refused = report(mia, reports + at, "reason=&text=Gamma+is+%3Cright%3E");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Choose what is wrong.").contains("Gamma is &lt;right&gt;");
        assertThat(report(mia, reports + 3, "reason=key").statusCode()).as("not asked").isEqualTo(404);
        assertThat(report(student(school, "eve@example.org"), reports + at, "reason=key").statusCode())
                .as("of another student").isEqualTo(404);
        assertThat(number("select count(*) from question_report where school_id = :school")).isZero();
        report(mia, reports + at, "reason=key&text=Alpha+as+well");
        assertThat(form(mia, reports + at, "reason=unclear&text=Which+one%3F&show=wrong"))
                .isEqualTo("/attempts/" + code + "/review?show=wrong#r" + (at + 1));
        assertThat(get(mia, "/attempts/" + code + "/review").body()).contains("You reported this: It is unclear")
                .contains("Which one?").contains("waits for an author").doesNotContain("Alpha as well");
        var ada = author();
        form(ada, "/attempts/" + code + "/reports/" + at + "/settlement", "answer=Beta+alone.+Thanks.");
        assertThat(get(mia, "/attempts/" + code + "/review").body()).contains("Beta alone. Thanks.");
        report(mia, reports + at, "reason=other&text=Too+late");
        assertThat(number("select count(*) from question_report where school_id = :school and text = 'Which one?'"))
                .as("a settled one stays").isEqualTo(1);
        assertThat(send(program.request(ada, "/studio/" + school.slug() + "/audit")).body())
                .contains("settled what was reported of the question First?");
    }

    @Test
    void anAuthorSettlesAllReportsOfAQuestionAtOnceAndOnlyThoseOfTheSchool() throws Exception {
        int at = position("q1");
        var codes = new ArrayList<String>();
        for (var who : List.of(mia, student(school, "eve@example.org"))) {
            var code = start(who);
            codes.add(code);
            post(who, "/attempts/" + code + "/submission", "{\"epoch\":0,\"seq\":1}");
            form(who, "/attempts/" + code + "/reports/" + at, "reason=outdated&text=Old");
            form(who, "/attempts/" + code + "/reports/" + position("q2"), "reason=display");
        }
        var ada = author();
        var studio = "/studio/" + school.slug();
        assertThat(send(program.request(ada, studio + "/exams")).body()).contains("Reported questions")
                .contains("4 open");
        var open = send(program.request(ada, studio + "/reports")).body();
        assertThat(open).contains("First?").contains("reported 2 times").contains("eve@example.org")
                .contains("Edition one").contains("banks/b/q.md").doesNotContain("changed since then");
        var settlement = "/attempts/" + codes.getFirst() + "/reports/" + at + "/settlement";
        var elsewhere = program.bean(Schools.class).create(new Slug("not-" + school.slug()), "Elsewhere").orElseThrow();
        var bob = program.bean(Accounts.class).ensure(new EmailAddress("bob@example.org"));
        program.bean(Memberships.class).ensure(elsewhere, bob, Role.OWNER, "test");
        assertThat(send(program.form(bob, "/studio/" + elsewhere.slug() + settlement, "answer=No")).statusCode())
                .isEqualTo(404);
        assertThat(send(program.form(bob, studio + settlement, "answer=No")).statusCode()).isEqualTo(404);
        assertThat(send(program.request(bob, "/studio/" + elsewhere.slug() + "/reports")).body())
                .contains("No report waits");
        form(ada, settlement, "answer=New+now&all=true");
        assertThat(number("select count(*) from question_report where school_id = :school and answer = 'New now'"))
                .isEqualTo(2);
        assertThat(send(program.request(ada, studio + "/reports?show=settled")).body()).contains("New now")
                .contains("Settled by ada@example.org").contains("First?").doesNotContain("Second?");
        assertThat(number("select count(*) from question_report where school_id = :school and settled_at is null"))
                .as("of the other question").isEqualTo(2);
    }

    private HttpResponse<String> report(Student student, String path, String form) throws Exception {
        return send(program.request(school, student, path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }
}
