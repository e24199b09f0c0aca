package org.coursewright.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Results that everybody sees from the same day on.
class WithheldTest extends Sitting {

    private final LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(3);

    @BeforeEach
    void anExamWhoseResultsComeLater() throws Exception {
        Files.writeString(folder.resolve("exams/e/2026-01.yaml"), "results-from: " + day + "\n",
                StandardOpenOption.APPEND);
        Files.createDirectories(folder.resolve("courses/c"));
        Files.writeString(folder.resolve("courses/c/1-exam.md"), "---\nexam: e\n---\n# The exam\n");
        program.publish(school, folder);
        exam = ExamFixture.of(program, school);
        form(mia, "/learn/c/enrolment", "");
    }

    @Test
    void nothingTellsWhatCameOfItBeforeThatDay() throws Exception {
        assertThat(get(mia, "/exams/e/attempts").body()).contains("are shown from " + day + " on");
        var code = handIn(answers());
        assertThat(get(mia, "/attempts/" + code + "/result").body())
                .contains("Handed in, and safe").contains("<dd>3 of 3</dd>").contains(day.toString())
                .doesNotContain("You passed");
        var review = get(mia, "/attempts/" + code + "/review");
        assertThat(review.statusCode()).isEqualTo(303);
        assertThat(review.body()).isEmpty();
        assertThat(send(program.request(school, mia, "/attempts/" + code + "/reports/" + position("q1"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("reason="))).statusCode()).isEqualTo(404);
        assertThat(get(mia, "/exams/e/attempts").body()).contains("result on ").doesNotContain("pill ok");
        assertThat(get(mia, "/exams").body()).contains("one try").doesNotContain("best:");
        assertThat(get(mia, "/learn/c").body()).contains("0 of 1 done");
        assertThat(send(program.request(author(), "/studio/" + school.slug() + "/attempts/" + code)).body())
                .as("staff see it").contains("100").contains("Its student sees it from");
    }

    @Test
    void whatWasMissedIsNotToldByPracticeEither() throws Exception {
        handIn("[]");
        assertThat(get(mia, "/exams/e/attempts").body()).contains("Missed last time (0)").contains("Not seen yet (0)");
        sql("update attempt set results_at = db_now() - interval '1 s' where school_id = :school");
        program.bean(WithheldResults.class).release();
        assertThat(get(mia, "/exams/e/attempts").body()).contains("Missed last time (3)");
    }

    @Test
    void onThatDayItIsSeenAndCounts() throws Exception {
        var code = handIn(answers());
        program.bean(WithheldResults.class).release();
        assertThat(get(mia, "/attempts/" + code + "/result").body()).as("too early").doesNotContain("You passed");
        sql("update attempt set results_at = db_now() - interval '1 s' where school_id = :school");
        program.bean(WithheldResults.class).release();
        assertThat(get(mia, "/attempts/" + code + "/result").body()).contains("You passed");
        assertThat(get(mia, "/attempts/" + code + "/review").body()).contains("Secret reason.");
        assertThat(get(mia, "/exams").body()).contains("best: 100");
        assertThat(get(mia, "/learn/c").body()).contains("1 of 1 done");
    }

    @Test
    void practiceIsSeenAtOnceAndSoIsASimulationAfterThatDay() throws Exception {
        var study = start(mia, "study");
        post(mia, "/attempts/" + study + "/submission", "{\"epoch\":%d,\"seq\":1}".formatted(lease(mia, study)));
        assertThat(get(mia, "/attempts/" + study + "/result").body()).doesNotContain("Handed in, and safe");
        var written = Files.readString(folder.resolve("exams/e/2026-01.yaml"));
        Files.writeString(folder.resolve("exams/e/2026-01.yaml"),
                written.replace(day.toString(), day.minusDays(3).toString()));
        program.publish(school, folder);
        exam = ExamFixture.of(program, school);
        assertThat(get(mia, "/exams/e/attempts").body()).doesNotContain("are shown from");
        assertThat(get(mia, "/attempts/" + handIn(answers()) + "/result").body()).contains("You passed");
    }

    private String handIn(String answers) throws Exception {
        var code = start(mia);
        int epoch = lease(mia, code);
        save(mia, code, epoch, 1, answers);
        post(mia, "/attempts/" + code + "/submission", "{\"epoch\":%d,\"seq\":2}".formatted(epoch));
        return code;
    }
}
