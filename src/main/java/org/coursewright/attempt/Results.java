package org.coursewright.attempt;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.coursewright.exam.Blueprint;
import org.coursewright.exam.Exam;
import org.coursewright.exam.Exams;
import org.coursewright.exam.Form;
import org.coursewright.identity.Student;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What came of an attempt, and what to do next.
@Repository
class Results {

    private final JdbcClient jdbc;
    private final Papers papers;
    private final Scores scores;
    private final Exams exams;
    private final Teaching teaching;
    private final Responses responses;
    private final Cohorts cohorts;

    Results(JdbcClient jdbc, Papers papers, Scores scores, Exams exams, Teaching teaching, Responses responses,
            Cohorts cohorts) {
        this.jdbc = jdbc;
        this.papers = papers;
        this.scores = scores;
        this.exams = exams;
        this.teaching = teaching;
        this.responses = responses;
        this.cohorts = cohorts;
    }

    Result of(School school, Student student, Attempt attempt) {
        var paper = papers.get(school, attempt.formId());
        var grade = scores.find(school, attempt.id()).orElseThrow();
        var exam = exams.find(school, attempt.contentId());
        var blueprint = blueprint(school, paper);
        var kept = new HashMap<Integer, Responses.Kept>();
        responses.of(school, attempt.id()).forEach(one -> kept.put(one.position(), one));
        var lessons = exam.isPresent()
                ? teaching.lessons(school, attempt)
                : Map.<String, List<Teaching.Lesson>>of();
        return new Result(
                attempt, paper.title(), exam.orElse(null), blueprint, grade,
                domains(paper, grade, kept, blueprint.or(() -> current(school, exam, attempt)).orElse(null), lessons),
                unanswered(paper, kept), kept.values().stream().mapToLong(Responses.Kept::spentMs).sum(),
                tries(school, student, attempt), attempt.mode() == Mode.SIMULATION
                        ? cohorts.around(school, attempt.contentId(), grade.scaled()).orElse(null)
                        : null);
    }

    /// Of what nobody may see yet: that it is there.
    Withheld withheld(School school, Attempt attempt) {
        var paper = papers.get(school, attempt.formId());
        var kept = new HashMap<Integer, Responses.Kept>();
        responses.of(school, attempt.id()).forEach(one -> kept.put(one.position(), one));
        int questions = paper.questions().size();
        long spent = kept.values().stream().mapToLong(Responses.Kept::spentMs).sum();
        return new Withheld(
                attempt, paper.title(), exams.find(school, attempt.contentId()).orElse(null), questions,
                questions - unanswered(paper, kept), Math.max(1, Math.round(spent / 60_000.0)),
                Objects.requireNonNull(attempt.resultsAt()));
    }

    /// Of a form that a blueprint was met by.
    private Optional<Blueprint> blueprint(School school, Paper paper) {
        return paper.form().purpose() == Form.Purpose.EXAM
                ? Optional.of(exams.blueprint(school, paper.form().versionId()))
                : Optional.empty();
    }

    /// Practice has the names of domains from the version it was drawn for.
    private Optional<Blueprint> current(School school, Optional<Exam> exam, Attempt attempt) {
        return exam.stream()
                .flatMap(found -> found.versions().stream())
                .filter(edition -> Long.valueOf(edition.id()).equals(attempt.examVersionId()))
                .flatMap(edition -> Optional.ofNullable(edition.versionId()).stream())
                .findFirst()
                .map(version -> exams.blueprint(school, version));
    }

    private static List<Result.Domain> domains(
            Paper paper, Grade grade, Map<Integer, Responses.Kept> kept, @Nullable Blueprint blueprint,
            Map<String, List<Teaching.Lesson>> lessons) {
        var domains = new ArrayList<Result.Domain>();
        Grading.byId(grade).forEach((id, points) -> {
            var of = paper.questions().stream().filter(asked -> id.equals(asked.place().domain())).toList();
            long spent = of.stream()
                    .mapToLong(asked -> Optional.ofNullable(kept.get(asked.position()))
                            .map(Responses.Kept::spentMs)
                            .orElse(0))
                    .sum();
            var missed = of.stream()
                    .filter(asked -> isMissed(grade.marks().get(asked.position())))
                    .flatMap(asked -> Optional.ofNullable(asked.place().task()).stream())
                    .distinct()
                    .flatMap(task -> lessons.getOrDefault(task, List.of()).stream())
                    .distinct()
                    .toList();
            var title = blueprint == null
                    ? id
                    : blueprint.domainOf(id, null).map(Blueprint.Domain::title).orElse(id);
            domains.add(new Result.Domain(id, title, points, spent, missed));
        });
        if (blueprint != null)
            domains.sort(Comparator.comparing(domain -> blueprint.domains().stream()
                    .map(Blueprint.Domain::id)
                    .toList()
                    .indexOf(domain.id())));
        return domains;
    }

    private static boolean isMissed(@Nullable BigDecimal mark) {
        return mark != null && mark.compareTo(BigDecimal.ONE) < 0;
    }

    private static int unanswered(Paper paper, Map<Integer, Responses.Kept> kept) {
        return (int) paper.questions().stream()
                .filter(asked -> {
                    var one = kept.get(asked.position());
                    return one == null || one.answer().isNull();
                })
                .count();
    }

    /// Simulations of the same student, the oldest first; of practice nothing is compared.
    private List<Result.Own> tries(School school, Student student, Attempt attempt) {
        if (attempt.mode() != Mode.SIMULATION) return List.of();
        return jdbc.sql("""
                        select code, started_at, latest.scaled, latest.passed
                        from attempt
                        join lateral (
                            select scaled, passed from attempt_score
                            where attempt_score.school_id = :school and attempt_score.attempt_id = attempt.id
                            order by revision desc
                            limit 1) as latest on scaled is not null
                        where attempt.school_id = :school and attempt.student_id = :student
                          and attempt.content_id = :content and mode = 'simulation' and state <> 'VOID' and results_at is null
                        order by started_at desc
                        limit 12
                        """)
                .param("school", school.id())
                .param("student", student.id())
                .param("content", attempt.contentId())
                .query((row, _) -> new Result.Own(
                        row.getString("code"), row.getTimestamp("started_at").toInstant(), row.getBigDecimal("scaled"),
                        Boolean.TRUE.equals(row.getObject("passed", Boolean.class))))
                .list()
                .reversed();
    }
}
