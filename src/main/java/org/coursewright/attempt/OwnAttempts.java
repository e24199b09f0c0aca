package org.coursewright.attempt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.coursewright.identity.Student;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Reads the attempts of one student: what is not theirs is not there.
@Repository
class OwnAttempts {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST = 200;

    /// With `:school` and an alias `attempt`.
    static final String COLUMNS = """
            attempt.id, attempt.code, attempt.student_id, attempt.content_id, attempt.exam_version_id, attempt.form_id,
            attempt.mode, attempt.state, attempt.policy, attempt.seed, attempt.epoch, attempt.holder, attempt.section,
            case when attempt.deadline_at < 'infinity'
                then extract(epoch from attempt.deadline_at - db_now()) * 1000 end as remaining,
            case when attempt.section_deadline_at < 'infinity'
                then extract(epoch from attempt.section_deadline_at - db_now()) * 1000 end as section_remaining,
            case when attempt.break_until > (select db_now())
                then extract(epoch from attempt.break_until - db_now()) * 1000 end as pause_remaining,
            attempt.started_at, attempt.ended_at, attempt.results_at
            """;

    private static final String BY_CODE = "select " + COLUMNS + """
            from attempt
            where attempt.school_id = :school and attempt.code = :code and attempt.student_id = :student
            """;

    private static final String OF_CONTENT = "select " + COLUMNS + """
            from attempt
            where attempt.school_id = :school and attempt.student_id = :student and attempt.content_id = :content
            order by attempt.started_at desc
            limit :most
            """;

    private final JdbcClient jdbc;

    OwnAttempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Attempt> find(School school, Student student, String code) {
        return jdbc.sql(BY_CODE)
                .param("school", school.id())
                .param("code", code)
                .param("student", student.id())
                .query(OwnAttempts::read)
                .optional();
    }

    /// The newest first.
    List<Attempt> of(School school, Student student, long contentId) {
        return jdbc.sql(OF_CONTENT)
                .param("school", school.id())
                .param("student", student.id())
                .param("content", contentId)
                .param("most", MOST)
                .query(OwnAttempts::read)
                .list();
    }

    static Attempt read(ResultSet row, int number) throws SQLException {
        return new Attempt(
                row.getLong("id"),
                row.getString("code"),
                row.getLong("student_id"),
                row.getLong("content_id"),
                row.getObject("exam_version_id", Long.class),
                row.getLong("form_id"),
                Mode.of(row.getString("mode")).orElseThrow(),
                Phase.valueOf(row.getString("state")),
                JSON.readValue(row.getString("policy"), Policy.class),
                row.getLong("seed"),
                row.getInt("epoch"),
                row.getString("holder"),
                row.getInt("section"),
                millis(row, "remaining"),
                millis(row, "section_remaining"),
                millis(row, "pause_remaining"),
                row.getTimestamp("started_at").toInstant(),
                instant(row.getTimestamp("ended_at")),
                instant(row.getTimestamp("results_at")));
    }

    static @Nullable Long millis(ResultSet row, String column) throws SQLException {
        double millis = row.getDouble(column);
        return row.wasNull() ? null : (long) millis;
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
