package org.coursewright.attempt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.coursewright.identity.Student;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Keeps answers. One statement, committed before the browser hears of it; the same batch again changes nothing, and an
/// older one never replaces a newer.
@Repository
class Responses {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// Zero as JSON writes it; after an odd number of backslashes it is text.
    private static final Pattern ZERO = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    /// The share lock keeps whoever ends the attempt waiting until this is committed, and the other way round.
    private static final String SAVE = """
            with sitting as (
                select id, epoch, deadline_at, section_deadline_at, break_until, section, state,
                       state = 'OPEN' and (select db_now()) <= deadline_at + interval '5 s'
                       and (select db_now()) <= section_deadline_at + interval '5 s' as counts
                from attempt
                where school_id = :school and code = :code and student_id = :student
                for share
            ), written as (
                insert into response as kept (school_id, attempt_id, position, answer, flagged, marks, epoch, seq,
                                              spent_ms, changes, locked, saved_at)
                select :school, sitting.id, position, nullif(answer, 'null'), flagged, coalesce(marks, '{}'), :epoch,
                       :seq, ms, changes, "left", db_now()
                from sitting
                cross join jsonb_to_recordset(:answers::jsonb) as given (
                    position smallint, answer jsonb, flagged boolean, marks jsonb, ms int, changes int, "left" boolean,
                    part smallint)
                where sitting.epoch = :epoch and counts and (part < 0 or part = sitting.section)
                on conflict (school_id, attempt_id, position) do update
                set answer = case when kept.locked or kept.released_at is not null
                        then kept.answer else excluded.answer end,
                    flagged = excluded.flagged, marks = excluded.marks, epoch = excluded.epoch, seq = excluded.seq,
                    spent_ms = least(kept.spent_ms::bigint + excluded.spent_ms, 2000000000),
                    changes = kept.changes + excluded.changes, locked = kept.locked or excluded.locked,
                    saved_at = excluded.saved_at
                where (kept.epoch, kept.seq) < (excluded.epoch, excluded.seq)
            ), told as (
                insert into attempt_event (school_id, attempt_id, epoch, seq, kind, body, at)
                select :school, id, :epoch, :seq, case when counts then 'save' else 'late' end, :body::jsonb, db_now()
                from sitting
                where epoch = :epoch
                on conflict do nothing
            )
            select epoch, counts, section, state,
                   case when deadline_at < 'infinity'
                       then extract(epoch from deadline_at - db_now()) * 1000 end as remaining,
                   case when section_deadline_at < 'infinity'
                       then extract(epoch from section_deadline_at - db_now()) * 1000 end as section_remaining,
                   case when break_until > (select db_now())
                       then extract(epoch from break_until - db_now()) * 1000 end as pause_remaining,
                   db_now() as at
            from sitting
            """;

    private final JdbcClient jdbc;

    Responses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// An answer that was looked at and fits its question.
    ///
    /// @param part section in which it counts; -1 = in any
    record Fitting(
            int position, JsonNode answer, boolean flagged, @Nullable JsonNode marks, long ms, int changes,
            boolean left,
            int part) {}

    /// @param batch as it was sent, for the record
    /// @return empty where this student has no such attempt; the epoch in it is that of the attempt: where it is not
    /// the batch's, nothing was kept
    Optional<Saved> save(School school, Student student, String code, Batch batch, List<Fitting> answers) {
        return jdbc.sql(SAVE)
                .param("school", school.id())
                .param("code", code)
                .param("student", student.id())
                .param("epoch", batch.epoch())
                .param("seq", batch.seq())
                .param("answers", storable(answers))
                .param("body", storable(batch))
                .query((row, _) -> saved(batch, row))
                .optional();
    }

    /// As JSON that PostgreSQL takes: of all characters it has none for zero.
    private static String storable(Object value) {
        var json = JSON.writeValueAsString(value);
        return json.contains("\\u0000") ? ZERO.matcher(json).replaceAll("$1") : json;
    }

    /// An answer as it is kept.
    record Kept(
            int position, JsonNode answer, boolean flagged, JsonNode marks, long seq, boolean locked, boolean released,
            int spentMs, int changes) {}

    /// In the order of the form; questions that nobody touched are not among them.
    List<Kept> of(School school, long attemptId) {
        return jdbc.sql("""
                        select position, answer, flagged, marks, seq, locked, released_at is not null as released,
                               spent_ms, changes
                        from response
                        where school_id = :school and attempt_id = :attempt
                        order by position
                        """)
                .param("school", school.id())
                .param("attempt", attemptId)
                .query(Responses::kept)
                .list();
    }

    /// Makes the answer that is kept final, so that its key may be shown.
    ///
    /// @return that answer; empty where there is none to be final
    Optional<JsonNode> release(School school, long attemptId, int position) {
        return jdbc.sql("""
                        update response set released_at = coalesce(released_at, db_now())
                        where school_id = :school and attempt_id = :attempt and position = :position
                          and answer is not null
                        returning answer
                        """)
                .param("school", school.id())
                .param("attempt", attemptId)
                .param("position", position)
                .query((row, _) -> JSON.readTree(row.getString("answer")))
                .optional();
    }

    private static Saved saved(Batch batch, ResultSet row) throws SQLException {
        return new Saved(
                row.getInt("epoch"),
                batch.seq(),
                row.getBoolean("counts"),
                OwnAttempts.millis(row, "remaining"),
                OwnAttempts.millis(row, "section_remaining"),
                OwnAttempts.millis(row, "pause_remaining"),
                row.getString("state"),
                row.getInt("section"),
                row.getTimestamp("at").toInstant(),
                null);
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        var answer = row.getString("answer");
        return new Kept(
                row.getInt("position"),
                answer == null ? JSON.nullNode() : JSON.readTree(answer),
                row.getBoolean("flagged"),
                JSON.readTree(row.getString("marks")),
                row.getLong("seq"),
                row.getBoolean("locked"),
                row.getBoolean("released"),
                row.getInt("spent_ms"),
                row.getInt("changes"));
    }
}
