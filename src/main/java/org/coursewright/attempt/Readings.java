package org.coursewright.attempt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.coursewright.audit.Audit;
import org.coursewright.audit.Deed;
import org.coursewright.identity.Author;
import org.coursewright.question.Answer;
import org.coursewright.question.AnswerKey;
import org.coursewright.question.Question;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Answers that a person has to read, and what that person gives for them. Judging again replaces the judgement and
/// scores the attempt once more.
@Repository
public class Readings {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int DIGITS = 4;

    private final JdbcClient jdbc;
    private final Papers papers;
    private final OpenKeys keys;
    private final Scores scores;
    private final Audit audit;

    Readings(JdbcClient jdbc, Papers papers, OpenKeys keys, Scores scores, Audit audit) {
        this.jdbc = jdbc;
        this.papers = papers;
        this.keys = keys;
        this.scores = scores;
        this.audit = audit;
    }

    /// An answer to read.
    ///
    /// @param title of the question, safe HTML
    /// @param points given so far, one for each line of the rubric; empty = not read yet
    public record ToRead(
            int position, String title, String text, List<AnswerKey.Criterion> rubric, List<Integer> points,
            String comment) {

        public boolean isRead() {
            return !points.isEmpty();
        }
    }

    /// The essays of an attempt that has ended, in its order.
    List<ToRead> of(School school, Attempt attempt) {
        var essays = papers.get(school, attempt.formId()).questions().stream()
                .filter(asked -> asked.question() instanceof Question.Essay)
                .toList();
        if (essays.isEmpty()) return List.of();
        var texts = texts(school, attempt);
        var rubrics = keys.inForce(school, essays.stream().map(asked -> asked.place().versionId()).toList());
        return essays.stream()
                .flatMap(asked -> toRead(attempt, asked, texts.get(asked.position()),
                        rubrics.get(asked.place().versionId())).stream())
                .toList();
    }

    /// What was answered, and what somebody has given for it.
    private record Text(JsonNode answer, List<Integer> points, String comment) {}

    private Map<Integer, Text> texts(School school, Attempt attempt) {
        var texts = new HashMap<Integer, Text>();
        jdbc.sql("""
                        select response.position, answer, coalesce(points, '[]') as points, coalesce(comment, '') as comment
                        from response
                        left join reading on reading.school_id = :school and reading.attempt_id = :attempt
                                         and reading.position = response.position
                        where response.school_id = :school and response.attempt_id = :attempt and answer is not null
                        """)
                .param("school", school.id())
                .param("attempt", attempt.id())
                .query((ResultSet row) -> {
                    texts.put(row.getInt("position"), new Text(
                            JSON.readTree(row.getString("answer")),
                            List.of(JSON.readValue(row.getString("points"), Integer[].class)),
                            row.getString("comment")));
                });
        return texts;
    }

    /// @param points one for each line of the rubric, as far as they go
    /// @return false where there is no such answer
    @Transactional
    boolean read(Author author, Attempt attempt, int position, List<Integer> points, String comment) {
        var school = author.school();
        var found = of(school, attempt).stream().filter(one -> one.position() == position).findFirst();
        if (found.isEmpty()) return false;
        var rubric = found.get().rubric();
        var given = IntStream.range(0, rubric.size())
                .map(line -> line < points.size() ? Math.clamp(points.get(line), 0, rubric.get(line).points()) : 0)
                .boxed()
                .toList();
        int of = Math.max(1, rubric.stream().mapToInt(AnswerKey.Criterion::points).sum());
        jdbc.sql("""
                        insert into reading (school_id, attempt_id, position, fraction, points, comment, by, at)
                        values (:school, :attempt, :position, :fraction, :points::jsonb, :comment, :by, db_now())
                        on conflict (school_id, attempt_id, position) do update
                        set fraction = excluded.fraction, points = excluded.points, comment = excluded.comment,
                            by = excluded.by, at = excluded.at
                        """)
                .param("school", school.id())
                .param("attempt", attempt.id())
                .param("position", position)
                .param("fraction", BigDecimal.valueOf(given.stream().mapToInt(Integer::intValue).sum())
                        .divide(BigDecimal.valueOf(of), DIGITS, RoundingMode.HALF_EVEN))
                .param("points", JSON.writeValueAsString(given))
                .param("comment", comment)
                .param("by", author.account().email().value())
                .update();
        scores.add(school, Scores.Sat.of(attempt), "read");
        audit.record(school, author.account().email().value(), Deed.ANSWER_READ, attempt.code(), "" + (position + 1));
        return true;
    }

    private static Optional<ToRead> toRead(
            Attempt attempt, Paper.Asked asked, @Nullable Text kept, @Nullable AnswerKey key) {
        if (kept == null || key == null
                || !(Answer.read(asked.question(), kept.answer()) instanceof Answer.Reading.Accepted(var answer)
                        && answer instanceof Answer.Text(var text)))
            return Optional.empty();
        return Optional.of(new ToRead(
                asked.position(), Sheet.shown(asked, attempt).title(), text, key.rubric(), kept.points(),
                kept.comment()));
    }
}
