package org.coursewright.attempt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The attempts of a school, for those who teach there.
@Repository
public class SatAttempts {

    static final int PAGE = 50;

    private static final String ROWS = """
            select attempt.code, student.email, coalesce(exam.title, lesson.title, '') as title, attempt.mode,
                   attempt.state, started_at, ended_at, latest.scaled, latest.passed,
                   latest.points / nullif(latest.possible, 0) as share, coalesce(latest.pending, 0) as waiting,
                   (select count(*) from attempt_event
                    where attempt_event.school_id = :school and attempt_event.attempt_id = attempt.id
                      and kind = 'late') as late
            from attempt
            join student on student.school_id = :school and student.id = attempt.student_id
            left join exam on exam.school_id = :school and exam.content_id = attempt.content_id
            left join lesson on lesson.school_id = :school and lesson.content_id = attempt.content_id
            left join lateral (
                select scaled, passed, points, possible, pending from attempt_score
                where attempt_score.school_id = :school and attempt_score.attempt_id = attempt.id
                order by revision desc
                limit 1) as latest on true
            where attempt.school_id = :school
            """;

    private static final String LIST = ROWS + """
              and (:search = '' or student.email like '%' || :search || '%')
            order by attempt.id desc
            limit :most offset :skip
            """;

    private static final String BY_CODE = ROWS + """
              and attempt.code = :code
            """;

    private static final String FULL = "select " + OwnAttempts.COLUMNS + """
            from attempt
            where attempt.school_id = :school and attempt.code = :code
            """;

    private final JdbcClient jdbc;

    SatAttempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One more than a page holds, so that it is seen whether there are older ones.
    List<SatAttempt> find(School school, String search, int page) {
        return jdbc.sql(LIST)
                .param("school", school.id())
                .param("search", search.toLowerCase(Locale.ROOT))
                .param("most", PAGE + 1)
                .param("skip", page * PAGE)
                .query(SatAttempts::row)
                .list();
    }

    Optional<SatAttempt> find(School school, String code) {
        return jdbc.sql(BY_CODE).param("school", school.id()).param("code", code).query(SatAttempts::row).optional();
    }

    Optional<Attempt> attempt(School school, String code) {
        return jdbc.sql(FULL).param("school", school.id()).param("code", code).query(OwnAttempts::read).optional();
    }

    /// The newest first, without the batches that were saved as they should.
    List<Happened> history(School school, long attemptId) {
        return jdbc.sql("""
                        select kind, at, (body ->> 'minutes')::int as minutes, (body ->> 'seconds')::int as seconds,
                               (body ->> 'left')::int as section,
                               coalesce(jsonb_array_length(nullif(body -> 'answers', 'null')), 0) as answers,
                               case when body ->> 'by' is not null
                                   then coalesce(body ->> 'why', '') else '' end as why,
                               coalesce(body ->> 'by', '') as by
                        from attempt_event
                        where school_id = :school and attempt_id = :attempt and kind <> 'save'
                        order by at desc, seq
                        limit 200
                        """)
                .param("school", school.id())
                .param("attempt", attemptId)
                .query((row, _) -> new Happened(
                        row.getString("kind"), row.getTimestamp("at").toInstant(),
                        row.getObject("minutes", Integer.class), row.getObject("seconds", Integer.class),
                        row.getObject("section", Integer.class), row.getInt("answers"), row.getString("why"),
                        row.getString("by")))
                .list();
    }

    private static SatAttempt row(ResultSet row, int number) throws SQLException {
        return new SatAttempt(
                row.getString("code"),
                row.getString("email"),
                row.getString("title"),
                Mode.of(row.getString("mode")).orElseThrow(),
                Phase.valueOf(row.getString("state")),
                row.getTimestamp("started_at").toInstant(),
                instant(row.getTimestamp("ended_at")),
                row.getBigDecimal("scaled"),
                row.getObject("passed", Boolean.class),
                row.getBigDecimal("share"),
                row.getInt("waiting"),
                row.getInt("late"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
