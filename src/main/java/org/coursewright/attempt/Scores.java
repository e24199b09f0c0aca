package org.coursewright.attempt;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.coursewright.exam.Exams;
import org.coursewright.exam.Form;
import org.coursewright.question.Answer;
import org.coursewright.question.Scoring;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Scores attempts. A new key, or a reader's judgement, is a new revision; all are kept and the newest is shown.
@Repository
class Scores {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Papers papers;
    private final OpenKeys keys;
    private final Exams exams;
    private final ApplicationEventPublisher events;

    Scores(JdbcClient jdbc, Papers papers, OpenKeys keys, Exams exams, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.papers = papers;
        this.keys = keys;
        this.exams = exams;
        this.events = events;
    }

    /// An attempt that has ended.
    ///
    /// @param withheld whether its student may not see yet what came of it
    record Sat(long attemptId, long studentId, long contentId, long formId, Mode mode, boolean withheld) {

        static Sat of(Attempt attempt) {
            return new Sat(
                    attempt.id(), attempt.studentId(), attempt.contentId(), attempt.formId(), attempt.mode(),
                    attempt.isWithheld());
        }

        static Sat read(ResultSet row) throws SQLException {
            return new Sat(
                    row.getLong("id"), row.getLong("student_id"), row.getLong("content_id"), row.getLong("form_id"),
                    Mode.of(row.getString("mode")).orElseThrow(), row.getTimestamp("results_at") != null);
        }
    }

    /// Scores it by the keys of now and by what readers gave. Within the transaction of whatever makes it necessary. What
    /// is withheld is told to nobody: [WithheldResults] does that when its day has come.
    ///
    /// @param reason why once more; empty the first time
    Grade add(School school, Sat sat, String reason) {
        var grade = keep(school, sat, reason);
        if (!sat.withheld())
            events.publishEvent(new AttemptScored(
                    school.id(), sat.studentId(), sat.contentId(), sat.attemptId(), sat.mode().word(), grade.passed()));
        return grade;
    }

    /// Scores it, and nothing follows from that: what an attempt is worth that does not count.
    Grade keep(School school, Sat sat, String reason) {
        var paper = papers.get(school, sat.formId());
        var items = items(school, sat.attemptId(), paper);
        var form = paper.form();
        var blueprint = form.purpose() == Form.Purpose.EXAM ? exams.blueprint(school, form.versionId()) : null;
        var grade = Grading.grade(items.list(), blueprint);
        write(school, sat, grade, items.newestKey(), reason);
        return grade;
    }

    /// The grade that is shown.
    Optional<Grade> find(School school, long attemptId) {
        return jdbc.sql("""
                        select points, possible, scaled, passed, pending, domains, marks
                        from attempt_score
                        where school_id = :school and attempt_id = :attempt
                        order by revision desc
                        limit 1
                        """)
                .param("school", school.id())
                .param("attempt", attemptId)
                .query(Scores::read)
                .optional();
    }

    private Items items(School school, long attemptId, Paper paper) {
        var items = new ArrayList<Grading.Item>();
        var newest = new long[1];
        jdbc.sql("""
                        select asked.position, response.answer, published_key.key_id, reading.fraction
                        from form_question as asked
                        left join published_key
                          on published_key.school_id = :school and published_key.version_id = asked.version_id
                        left join response
                          on response.school_id = :school and response.attempt_id = :attempt
                         and response.position = asked.position
                        left join reading
                          on reading.school_id = :school and reading.attempt_id = :attempt
                         and reading.position = asked.position
                        where asked.school_id = :school and asked.form_id = :form
                        order by asked.position
                        """)
                .param("school", school.id())
                .param("attempt", attemptId)
                .param("form", paper.form().id())
                .query((ResultSet row) -> {
                    newest[0] = Math.max(newest[0], row.getLong("key_id"));
                    items.add(item(school, paper.questions().get(row.getInt("position")), row));
                });
        return new Items(items, newest[0]);
    }

    private Grading.Item item(School school, Paper.Asked asked, ResultSet row) throws SQLException {
        var place = asked.place();
        var read = row.getBigDecimal("fraction");
        var fraction = read != null ? read : fraction(school, asked, row.getLong("key_id"), row.getString("answer"));
        return new Grading.Item(place.position(), place.domain(), place.scored(), fraction);
    }

    /// A question whose key is gone gives nothing; an answer that nobody wrote needs no reader.
    private @Nullable BigDecimal fraction(School school, Paper.Asked asked, long key, @Nullable String answer) {
        if (key == 0 || answer == null) return BigDecimal.ZERO;
        if (!(Answer.read(asked.question(), JSON.readTree(answer)) instanceof Answer.Reading.Accepted(var given)))
            return BigDecimal.ZERO;
        return Grading.Item.fraction(Scoring.score(asked.question(), keys.get(school, key), given));
    }

    private void write(School school, Sat sat, Grade grade, long newestKey, String reason) {
        jdbc.sql("""
                        insert into attempt_score (school_id, attempt_id, revision, content_id, mode, keys, points, possible,
                                                   scaled, passed, pending, domains, marks, reason, at)
                        values (:school, :attempt,
                                (select count(*) from attempt_score
                                 where school_id = :school and attempt_id = :attempt),
                                :content, :mode, :keys, :points, :possible, :scaled, :passed, :pending,
                                :domains::jsonb, :marks::jsonb, :reason, db_now())
                        """)
                .param("school", school.id())
                .param("attempt", sat.attemptId())
                .param("content", sat.contentId())
                .param("mode", sat.mode().word())
                .param("keys", newestKey)
                .param("points", grade.points())
                .param("possible", grade.possible())
                .param("scaled", grade.scaled())
                .param("passed", grade.passed())
                .param("pending", grade.pending())
                .param("domains", JSON.writeValueAsString(grade.domains()))
                .param("marks", JSON.writeValueAsString(grade.marks()))
                .param("reason", reason)
                .update();
    }

    private static Grade read(ResultSet row, int number) throws SQLException {
        var marks = new ArrayList<@Nullable BigDecimal>();
        JSON.readTree(row.getString("marks"))
                .forEach(mark -> marks.add(mark.isNull() ? null : mark.decimalValue()));
        return new Grade(
                row.getBigDecimal("points"),
                row.getInt("possible"),
                row.getBigDecimal("scaled"),
                row.getObject("passed", Boolean.class),
                row.getInt("pending"),
                Arrays.asList(JSON.readValue(row.getString("domains"), Grade.Domain[].class)),
                marks);
    }

    private record Items(List<Grading.Item> list, long newestKey) {}
}
