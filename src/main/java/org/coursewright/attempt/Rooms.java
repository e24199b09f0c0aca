package org.coursewright.attempt;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.coursewright.exam.Blueprint;
import org.coursewright.exam.Exam;
import org.coursewright.exam.Exams;
import org.coursewright.identity.Student;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the room of an exam shows to one student.
@Repository
class Rooms {

    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final Exams exams;
    private final Draw draw;
    private final Clock clock;

    Rooms(JdbcClient jdbc, Exams exams, Draw draw, Clock clock) {
        this.jdbc = jdbc;
        this.exams = exams;
        this.draw = draw;
        this.clock = clock;
    }

    /// @param eligibility for this version and a simulation
    Room of(School school, Student student, Exam exam, Exam.@Nullable Edition edition, Eligibility eligibility) {
        var blueprint = edition == null || edition.versionId() == null
                ? null
                : exams.blueprint(school, edition.versionId());
        var wait = blueprint == null
                ? Optional.<RetakeRule.NotYet>empty()
                : eligibility.waiting(blueprint, clock);
        return new Room(
                exam, edition, blueprint, today(), time(blueprint, eligibility), wait.orElse(null),
                tries(school, student, exam), draw.counts(school, student, exam), draw.tags(school, exam));
    }

    /// The version with this slug, else the one of today, else one that is ready.
    Optional<Exam.Edition> chosen(Exam exam, String version) {
        return exam.versions().stream()
                .filter(edition -> edition.slug().value().equals(version))
                .findFirst()
                .or(() -> exam.on(today()).filter(Exam.Edition::ready))
                .or(() -> exam.versions().stream().filter(Exam.Edition::ready).findFirst());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Room.@Nullable Time time(@Nullable Blueprint blueprint, Eligibility eligibility) {
        return blueprint == null || blueprint.minutes() == null
                ? null
                : Room.Time.with(blueprint.minutes(), eligibility.factor());
    }

    private List<Room.Try> tries(School school, Student student, Exam exam) {
        return jdbc.sql("""
                        select code, mode, attempt.started_at, state,
                               state = 'OPEN' and deadline_at > (select db_now()) as open,
                               results_at, latest.scaled, latest.passed, latest.pending,
                               latest.points / nullif(latest.possible, 0) as share
                        from attempt
                        left join lateral (
                            select scaled, passed, pending, points, possible from attempt_score
                            where attempt_score.school_id = :school and attempt_score.attempt_id = attempt.id
                              and attempt.results_at is null
                            order by revision desc
                            limit 1) as latest on true
                        where attempt.school_id = :school and attempt.student_id = :student
                          and attempt.content_id = :exam
                        order by attempt.started_at desc
                        limit :most
                        """)
                .param("school", school.id())
                .param("student", student.id())
                .param("exam", exam.id())
                .param("most", MOST)
                .query((row, _) -> new Room.Try(
                        row.getString("code"),
                        Mode.of(row.getString("mode")).orElseThrow(),
                        row.getTimestamp("started_at").toInstant(),
                        row.getBoolean("open"),
                        row.getString("state").equals(Phase.VOID.name()),
                        row.getBigDecimal("scaled"),
                        row.getObject("passed", Boolean.class),
                        row.getInt("pending"),
                        row.getBigDecimal("share"),
                        row.getTimestamp("results_at") == null ? null : row.getTimestamp("results_at").toInstant()))
                .list();
    }
}
