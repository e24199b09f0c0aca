package org.coursewright.attempt;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.coursewright.exam.Blueprint;
import org.coursewright.exam.Candidate;
import org.coursewright.exam.Candidates;
import org.coursewright.exam.Exam;
import org.coursewright.exam.Forms;
import org.coursewright.identity.Student;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Chooses the questions of a practice set from what is live in the banks of an exam, with what the student did before.
@Repository
public class Draw {

    /// The newest meeting with each question, and what came of it; of one student, so it stays small.
    private static final String MET = """
            with met as (
                select distinct on (version.content_id) version.content_id,
                       case when attempt.results_at is null
                           then (latest.marks ->> asked.position::int)::numeric end as fraction,
                       coalesce(response.flagged, false) as flagged
                from attempt
                join form_question as asked on asked.school_id = :school and asked.form_id = attempt.form_id
                join version on version.school_id = :school and version.id = asked.version_id
                join lateral (
                    select marks from attempt_score
                    where attempt_score.school_id = :school and attempt_score.attempt_id = attempt.id
                    order by revision desc
                    limit 1) as latest on true
                left join response on response.school_id = :school and response.attempt_id = attempt.id
                  and response.position = asked.position
                where attempt.school_id = :school and attempt.student_id = :student
                  and attempt.content_id = :exam and attempt.state <> 'VOID'
                order by version.content_id, attempt.started_at desc
            )
            """;

    private static final String CHOSEN = MET + """
            select content_id
            from (
                select question.content_id, fit.part,
                       row_number() over (partition by fit.part order by hashint8(question.content_id # :seed)) as place
                from unnest(:fit::bigint[], :parts::int[]) as fit (content_id, part)
                join bank_question as question on question.school_id = :school and question.content_id = fit.content_id
                left join met on met.content_id = fit.content_id
                where question.live
                  and case :from
                      when 'missed' then met.fraction < 1
                      when 'flagged' then met.flagged
                      when 'unseen' then met.content_id is null
                      else true end
                  and (:tag = '' or :tag = any(question.tags))
            ) as drawn
            where place <= :count
            order by part, place
            """;

    private static final String COUNTS = MET + """
            select count(*) as all_of_them,
                   count(*) filter (where met.fraction < 1) as missed,
                   count(*) filter (where met.flagged) as flagged,
                   count(*) filter (where met.content_id is null) as unseen
            from bank_question as question
            left join met on met.content_id = question.content_id
            where question.school_id = :school and question.live
              and question.bank_id in (
                  select unnest(banks) from exam where exam.school_id = :school and exam.content_id = :exam)
            """;

    private final JdbcClient jdbc;
    private final Candidates candidates;

    Draw(JdbcClient jdbc, Candidates candidates) {
        this.jdbc = jdbc;
        this.candidates = candidates;
    }

    /// How many questions there are to choose from.
    public record Counts(int all, int missed, int flagged, int unseen) {}

    Counts counts(School school, Student student, Exam exam) {
        return jdbc.sql(COUNTS)
                .param("school", school.id())
                .param("student", student.id())
                .param("exam", exam.id())
                .query((row, _) -> new Counts(
                        row.getInt("all_of_them"), row.getInt("missed"), row.getInt("flagged"), row.getInt("unseen")))
                .single();
    }

    /// Words to choose by.
    List<String> tags(School school, Exam exam) {
        return jdbc.sql("""
                        select tag
                        from bank_question as question
                        cross join unnest(question.tags) as tag
                        where question.school_id = :school and question.live
                          and question.bank_id in (
                              select unnest(banks) from exam where exam.school_id = :school and exam.content_id = :exam)
                        group by tag
                        order by count(*) desc, tag
                        limit 50
                        """)
                .param("school", school.id())
                .param("exam", exam.id())
                .query((row, _) -> row.getString("tag"))
                .list();
    }

    /// Any of those that fit.
    ///
    /// @param edition says which questions are of the domain
    /// @param domain null = of all
    List<Forms.Chosen> questions(
            School school, Student student, Exam exam, Exam.Edition edition, SetOrder order,
            Blueprint.@Nullable Domain domain, int count, long seed) {
        var fit = candidates.of(school, edition).stream()
                .filter(one -> domain == null || domain.id().equals(one.domain()))
                .toList();
        return draw(school, student, exam, List.of(fit), order, count, seed);
    }

    /// A few of each domain.
    List<Forms.Chosen> spread(
            School school, Student student, Exam exam, Exam.Edition edition, Blueprint blueprint, int ofEach,
            long seed) {
        var byDomain = candidates.of(school, edition).stream()
                .filter(one -> one.domain() != null)
                .collect(Collectors.groupingBy(Candidate::domain));
        var parts = blueprint.domains().stream()
                .map(domain -> byDomain.getOrDefault(domain.id(), List.of()))
                .toList();
        return draw(school, student, exam, parts, SetOrder.ANY, ofEach, seed);
    }

    /// @param parts of each of which so many are drawn
    private List<Forms.Chosen> draw(
            School school, Student student, Exam exam, List<List<Candidate>> parts, SetOrder order, int count,
            long seed) {
        var all = parts.stream().flatMap(List::stream).toList();
        var byId = all.stream().collect(Collectors.toMap(Candidate::questionId, Function.identity()));
        return jdbc.sql(CHOSEN)
                .param("school", school.id())
                .param("student", student.id())
                .param("exam", exam.id())
                .param("fit", all.stream().map(Candidate::questionId).toArray(Long[]::new))
                .param("parts", IntStream.range(0, parts.size())
                        .boxed()
                        .flatMap(part -> parts.get(part).stream().map(_ -> part))
                        .toArray(Integer[]::new))
                .param("from", order.from())
                .param("tag", order.tag())
                .param("seed", seed)
                .param("count", count)
                .query((row, _) -> Objects.requireNonNull(byId.get(row.getLong("content_id"))).chosen(0, true))
                .list();
    }
}
