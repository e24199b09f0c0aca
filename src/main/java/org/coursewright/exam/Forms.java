package org.coursewright.exam;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.coursewright.platform.NotFound;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Forms as they are kept. They never change, so those in use stay in memory.
@Repository
public class Forms {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long MOST_QUESTIONS = 200_000;

    private final JdbcClient jdbc;
    private final Cache<Key, Form> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_QUESTIONS)
            .weigher((Key _, Form form) -> form.questions().size() + 1)
            .build();

    private final Cache<Pool, List<Contents>> pools = Caffeine.newBuilder()
            .maximumWeight(MOST_QUESTIONS)
            .weigher((Pool _, List<Contents> forms) -> forms.stream().mapToInt(form -> form.questions().length).sum()
                    + 1)
            .build();

    Forms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Form get(School school, long id) {
        return kept.get(new Key(school.id(), id), _ -> read(school, id));
    }

    /// A question that a form shall ask.
    ///
    /// @param questionId its content
    public record Chosen(
            long questionId, int section, long versionId, @Nullable Long caseVersionId, @Nullable String domain,
            @Nullable String task, boolean scored) {}

    /// Keeps forms; no two of them ask the same questions.
    ///
    /// @param versionId what they are made for
    /// @param pool state of the banks, empty where it does not matter
    /// @param forms each in its order
    void addAll(School school, Form.Purpose purpose, long versionId, String pool, List<List<Chosen>> forms) {
        write(school, purpose, versionId, pool, forms);
    }

    boolean exist(School school, long versionId, String pool) {
        return jdbc.sql("""
                        select exists (
                            select from form
                            where school_id = :school and version_id = :version and pool = :pool
                              and purpose <> 'practice') as found
                        """)
                .param("school", school.id())
                .param("version", versionId)
                .param("pool", pool)
                .query((row, _) -> row.getBoolean("found"))
                .single();
    }

    /// Of the forms of a blueprint the one of whose questions somebody has seen fewest; of those that are alike any.
    ///
    /// @param pool state of the banks from which they were drawn
    /// @param seen contents of questions
    /// @param fresh whether none may be among them
    /// @return its id; empty where there is none
    public Optional<Long> leastSeen(School school, long versionId, String pool, Set<Long> seen, boolean fresh) {
        var key = new Pool(school.id(), versionId, pool);
        var forms = pools.getIfPresent(key);
        if (forms == null) {
            forms = built(key);
            if (!forms.isEmpty()) pools.put(key, forms); // a job writes all of them at once
        }
        var fewest = new ArrayList<Contents>();
        long least = fresh ? 0 : Long.MAX_VALUE;
        for (var form : forms) {
            long again = form.among(seen);
            if (again > least) continue;
            if (again < least) fewest.clear();
            least = again;
            fewest.add(form);
        }
        return fewest.isEmpty()
                ? Optional.empty()
                : Optional.of(fewest.get(ThreadLocalRandom.current().nextInt(fewest.size())).form());
    }

    /// The one form of a quiz: its questions in the author's order.
    ///
    /// @param lessonVersionId a version of a lesson of kind quiz
    /// @return its id
    /// @throws NotFound when that has no questions
    public long quiz(School school, long lessonVersionId) {
        return findQuiz(school, lessonVersionId).orElseGet(() -> {
            var questions = ofQuiz(school, lessonVersionId);
            if (questions.isEmpty()) throw new NotFound();
            return write(school, Form.Purpose.QUIZ, lessonVersionId, "", List.of(questions)).stream()
                    .findFirst()
                    .or(() -> findQuiz(school, lessonVersionId)) // somebody was faster
                    .orElseThrow();
        });
    }

    /// Keeps a form. Questions of one case study follow one another, whatever the order.
    ///
    /// @param versionId what it is made for
    /// @param pool state of the banks, empty where it does not matter
    /// @return its id
    public long add(School school, Form.Purpose purpose, long versionId, String pool, List<Chosen> chosen) {
        var together = new LinkedHashMap<String, List<Chosen>>();
        for (var one : chosen)
            together.computeIfAbsent(one.caseVersionId() == null
                    ? "question " + one.versionId()
                    : "case " + one.caseVersionId(), _ -> new ArrayList<>()).add(one);
        var ordered = together.values().stream().flatMap(List::stream).toList();
        return write(school, purpose, versionId, pool, List.of(ordered)).getFirst();
    }

    /// @return the ids of those that were not there
    private List<Long> write(
            School school, Form.Purpose purpose, long versionId, String pool, List<List<Chosen>> forms) {
        return jdbc.sql("""
                        with wanted as (
                            select questions, chosen
                            from jsonb_to_recordset(:forms::jsonb) as row (questions bigint[], chosen jsonb)
                        ), made as (
                            insert into form (school_id, purpose, version_id, pool, questions, created_at)
                            select :school, :purpose, :version, :pool, questions, db_now() from wanted
                            on conflict do nothing
                            returning id, questions
                        ), asked as (
                            insert into form_question (school_id, form_id, position, section, version_id,
                                                       case_version_id, domain, task, scored)
                            select :school, made.id, position, section, version_id, case_version_id, domain, task, scored
                            from made
                            join wanted using (questions)
                            cross join jsonb_to_recordset(chosen) as row (
                                position smallint, section smallint, version_id bigint, case_version_id bigint,
                                domain text, task text, scored boolean)
                        )
                        select id from made order by id
                        """)
                .param("school", school.id())
                .param("purpose", purpose.name().toLowerCase(Locale.ROOT))
                .param("version", versionId)
                .param("pool", pool)
                .param("forms", JSON.writeValueAsString(forms.stream().map(Row::form).toList()))
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    private List<Contents> built(Pool pool) {
        return jdbc.sql("""
                        select id, questions from form
                        where school_id = :school and version_id = :version and pool = :pool and purpose <> 'practice'
                        """)
                .param("school", pool.school())
                .param("version", pool.version())
                .param("pool", pool.state())
                .query((row, _) -> new Contents(row.getLong("id"), longs(row)))
                .list();
    }

    private static long[] longs(ResultSet row) throws SQLException {
        return Arrays.stream((Long[]) row.getArray("questions").getArray()).mapToLong(Long::longValue).toArray();
    }

    private Optional<Long> findQuiz(School school, long lessonVersionId) {
        return jdbc.sql("""
                        select id from form where school_id = :school and version_id = :version and purpose = 'quiz'
                        """)
                .param("school", school.id())
                .param("version", lessonVersionId)
                .query((row, _) -> row.getLong("id"))
                .optional();
    }

    private List<Chosen> ofQuiz(School school, long lessonVersionId) {
        return jdbc.sql("""
                        with recursive part as (
                            select id, content_id, front, members, null::bigint as case_version_id,
                                   array[]::bigint[] as place
                            from version
                            where school_id = :school and id = :lesson
                            union all
                            select version.id, version.content_id, version.front, version.members,
                                   case when part.front ->> 'kind' = 'case' then part.id end, part.place || number
                            from part
                            cross join jsonb_path_query(part.members, '$[*].versions[*]')
                                with ordinality as member (id, number)
                            join version on version.school_id = :school and version.id = member.id::bigint
                        )
                        select part.id, part.content_id, part.front ->> 'domain' as domain, part.front ->> 'task' as task,
                               coalesce(part.case_version_id, bank_question.case_version_id) as case_version_id
                        from part
                        left join bank_question on bank_question.school_id = :school
                                               and bank_question.version_id = part.id
                        where place <> '{}' and part.front ->> 'kind' <> 'case'
                        order by place
                        """)
                .param("school", school.id())
                .param("lesson", lessonVersionId)
                .query((row, _) -> new Chosen(
                        row.getLong("content_id"), 0, row.getLong("id"), row.getObject("case_version_id", Long.class),
                        row.getString("domain"), row.getString("task"), true))
                .list();
    }

    private Form read(School school, long id) {
        return jdbc.sql("""
                        select purpose, form.version_id, coalesce(jsonb_agg(jsonb_build_object(
                                   'position', position, 'section', section, 'versionId', form_question.version_id,
                                   'caseVersionId', case_version_id, 'domain', domain, 'task', task, 'scored', scored)
                                   order by position) filter (where position is not null), '[]') as questions
                        from form
                        left join form_question on form_question.school_id = :school and form_id = form.id
                        where form.school_id = :school and form.id = :id
                        group by purpose, form.version_id
                        """)
                .param("school", school.id())
                .param("id", id)
                .query((ResultSet row, int _) -> form(id, row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static Form form(long id, ResultSet row) throws SQLException {
        return new Form(
                id,
                Form.Purpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)),
                row.getLong("version_id"),
                Arrays.asList(JSON.readValue(row.getString("questions"), Form.Asked[].class)));
    }

    private record Key(long school, long form) {}

    private record Pool(long school, long version, String state) {}

    /// What a form asks, by contents.
    private record Contents(long form, long[] questions) {

        long among(Set<Long> seen) {
            return seen.isEmpty() ? 0 : Arrays.stream(questions).filter(seen::contains).count();
        }
    }

    private record Row(
            int position, int section, long version_id, @Nullable Long case_version_id, @Nullable String domain,
            @Nullable String task, boolean scored) {

        static Map<String, Object> form(List<Chosen> chosen) {
            return Map.of(
                    "questions", chosen.stream().map(Chosen::questionId).sorted().toList(),
                    "chosen", IntStream.range(0, chosen.size()).mapToObj(at -> of(at, chosen.get(at))).toList());
        }

        private static Row of(int position, Chosen chosen) {
            return new Row(position, chosen.section(), chosen.versionId(), chosen.caseVersionId(), chosen.domain(),
                    chosen.task(), chosen.scored());
        }
    }
}
