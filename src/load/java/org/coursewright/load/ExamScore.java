package org.coursewright.load;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A score as it is stored, and which of its positions count.
///
/// @param marks what each position is worth
/// @param scored positions that count
record ExamScore(double points, double possible, JsonNode marks, JsonNode scored) {

    private static final double EXACT = 0.0011;

    /// All that an attempt has.
    static List<ExamScore> of(JdbcClient jdbc, String code) {
        return jdbc.sql("""
                        select points, possible, marks, (
                            select jsonb_agg(position) from form_question
                            where form_question.school_id = attempt.school_id
                              and form_question.form_id = attempt.form_id and scored) as scored
                        from attempt
                        join attempt_score on attempt_score.school_id = attempt.school_id and attempt_id = attempt.id
                        where code = :code
                        """)
                .param("code", code)
                .query((row, _) -> new ExamScore(row.getDouble("points"), row.getDouble("possible"),
                        JsonMapper.shared().readTree(row.getString("marks")),
                        JsonMapper.shared().readTree(row.getString("scored"))))
                .list();
    }

    /// @param worth what each position should be worth
    boolean is(double[] worth) {
        if (marks.size() != worth.length || possible != scored.size()) return false;
        for (int position = 0; position < worth.length; position++)
            if (Math.abs(marks.get(position).asDouble() - worth[position]) > EXACT) return false;
        double sum = 0;
        for (var position : scored) sum += worth[position.asInt()];
        return Math.abs(points - sum) <= EXACT * scored.size();
    }
}
