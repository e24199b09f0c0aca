package org.coursewright.attempt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How everybody did in an exam of late. A few hundred of the newest results say the same a minute later, so they are
/// remembered for that long.
@Repository
class Cohorts {

    /// Results of fewer people are somebody's.
    static final int FEWEST_PEOPLE = 5;

    private static final int NEWEST = 300;
    private static final int MOST = 1_000;

    private final JdbcClient jdbc;
    private final Cache<Key, Results> kept = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    Cohorts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The newest results of an exam, of simulations that count.
    ///
    /// @param passed share of them, in [0, 1]
    /// @param scaled sorted
    private record Results(int people, double passed, double[] scaled) {

        /// @param own null = nothing is below it
        Result.Cohort around(@Nullable BigDecimal own) {
            long below = own == null ? 0 : Arrays.stream(scaled).filter(one -> one < own.doubleValue()).count();
            double middle = (scaled[(scaled.length - 1) / 2] + scaled[scaled.length / 2]) / 2;
            return new Result.Cohort(people, middle, passed, (double) below / scaled.length);
        }
    }

    /// @param own what a student got
    /// @return empty while there are too few people
    Optional<Result.Cohort> around(School school, long examId, @Nullable BigDecimal own) {
        var key = new Key(school.id(), examId);
        var results = kept.getIfPresent(key);
        if (results == null) {
            results = read(school, examId);
            if (results.people() < FEWEST_PEOPLE) return Optional.empty();
            kept.put(key, results);
        }
        return Optional.of(results.around(own));
    }

    private Results read(School school, long examId) {
        return jdbc.sql("""
                        with newest as (
                            select attempt_id, revision, scaled, passed
                            from attempt_score
                            where school_id = :school and content_id = :exam and mode = 'simulation'
                            order by at desc
                            limit :newest
                        ), counted as (
                            select distinct on (attempt_id) student_id, scaled, passed
                            from newest
                            join attempt on attempt.school_id = :school and attempt.id = attempt_id
                            where scaled is not null and state <> 'VOID' and results_at is null
                            order by attempt_id, revision desc
                        )
                        select count(distinct student_id) as people,
                               coalesce(avg(case when passed then 1.0 else 0 end), 0) as passed,
                               coalesce(array_agg(scaled::float8 order by scaled), '{}') as scaled
                        from counted
                        """)
                .param("school", school.id())
                .param("exam", examId)
                .param("newest", NEWEST)
                .query(Cohorts::results)
                .single();
    }

    private static Results results(ResultSet row, int number) throws SQLException {
        var scaled = (Double[]) row.getArray("scaled").getArray();
        return new Results(
                row.getInt("people"), row.getDouble("passed"),
                Arrays.stream(scaled).mapToDouble(Double::doubleValue).toArray());
    }

    private record Key(long school, long exam) {}
}
