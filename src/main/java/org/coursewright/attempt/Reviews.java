package org.coursewright.attempt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.coursewright.question.Answer;
import org.coursewright.question.Mark;
import org.coursewright.question.Scoring;
import org.coursewright.question.ShownKey;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Puts a review together: one statement for what was answered, by the keys that its score names.
@Repository
class Reviews {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final double SLOW = 1.5;

    private final JdbcClient jdbc;
    private final Papers papers;
    private final OpenKeys keys;
    private final Teaching teaching;

    Reviews(JdbcClient jdbc, Papers papers, OpenKeys keys, Teaching teaching) {
        this.jdbc = jdbc;
        this.papers = papers;
        this.keys = keys;
        this.teaching = teaching;
    }

    Review of(School school, Attempt attempt, String show) {
        var paper = papers.get(school, attempt.formId());
        var lessons = teaching.lessons(school, attempt);
        var answered = answered(school, attempt);
        double middle = answered.values().stream().mapToInt(Answered::spentMs).average().orElse(0);
        var items = paper.questions().stream()
                .map(asked -> item(
                        school, attempt, asked, Objects.requireNonNull(answered.get(asked.position())), lessons,
                        middle))
                .toList();
        return new Review(attempt, paper, items, show);
    }

    private Review.Item item(
            School school, Attempt attempt, Paper.Asked asked, Answered answered,
            Map<String, List<Teaching.Lesson>> lessons, double middle) {
        var key = answered.key() == 0
                ? Optional.<ShownKey>empty()
                : Optional.of(ShownKey.of(
                        asked.version(), keys.get(school, answered.key()), States.files(attempt.code())));
        var given = Answer.read(asked.question(), answered.answer()) instanceof Answer.Reading.Accepted(var read)
                ? read
                : new Answer.Unanswered();
        var mark = answered.key() == 0
                ? new Mark.Scored(0, 1, Map.of())
                : Scoring.score(asked.question(), keys.get(school, answered.key()), given);
        var task = asked.place().task();
        return new Review.Item(
                asked.position(), Sheet.shown(asked, attempt), asked.place().caseVersionId(), given, mark,
                Optional.ofNullable(answered.fraction()), key, answered.flagged(), answered.spentMs(),
                answered.spentMs() > middle * SLOW, answered.changes(), answered.comment(), asked.place().scored(),
                task == null ? List.of() : lessons.getOrDefault(task, List.of()));
    }

    private Map<Integer, Answered> answered(School school, Attempt attempt) {
        var answered = new HashMap<Integer, Answered>();
        jdbc.sql("""
                        with cut as (
                            select keys from attempt_score
                            where school_id = :school and attempt_id = :attempt
                            order by revision desc
                            limit 1
                        )
                        select asked.position, response.answer, coalesce(response.flagged, false) as flagged,
                               coalesce(response.spent_ms, 0) as spent_ms, coalesce(response.changes, 0) as changes,
                               reading.fraction, coalesce(reading.comment, '') as comment,
                               coalesce((
                                   select max(id) from question_key
                                   where question_key.school_id = :school and question_key.version_id = asked.version_id
                                     and id <= cut.keys), published_key.key_id, 0) as key_id
                        from form_question as asked
                        cross join cut
                        left join published_key
                          on published_key.school_id = :school and published_key.version_id = asked.version_id
                        left join response on response.school_id = :school and response.attempt_id = :attempt
                          and response.position = asked.position
                        left join reading on reading.school_id = :school and reading.attempt_id = :attempt
                          and reading.position = asked.position
                        where asked.school_id = :school and asked.form_id = :form
                        """)
                .param("school", school.id())
                .param("attempt", attempt.id())
                .param("form", attempt.formId())
                .query((ResultSet row) -> {
                    answered.put(row.getInt("position"), read(row));
                });
        return answered;
    }

    private static Answered read(ResultSet row) throws SQLException {
        var answer = row.getString("answer");
        var fraction = row.getBigDecimal("fraction");
        return new Answered(
                answer == null ? JSON.nullNode() : JSON.readTree(answer),
                row.getBoolean("flagged"), row.getInt("spent_ms"), row.getInt("changes"),
                fraction == null ? null : fraction.doubleValue(), Objects.requireNonNull(row.getString("comment")),
                row.getLong("key_id"));
    }

    private record Answered(
            JsonNode answer, boolean flagged, int spentMs, int changes,
            @Nullable Double fraction, String comment, long key) {}
}
