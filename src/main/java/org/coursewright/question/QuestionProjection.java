package org.coursewright.question;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.coursewright.content.Projection;
import org.coursewright.content.RevisionContent;
import org.coursewright.content.Version;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Derives the rows of questions from the banks and quizzes that are live. Two statements for any school; only what
/// changed is written.
@Repository
@Order(9)
class QuestionProjection implements Projection {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    QuestionProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void project(School school, long publicationId, RevisionContent content) {
        var asked = new ArrayList<Asked>();
        content.ofKind("bank").forEach(bank -> addQuestions(content, bank, asked));
        content.ofKind("lesson").forEach(lesson -> addQuestions(content, lesson, asked));
        var enemies = enemies(asked);
        var rows = JSON.writeValueAsString(asked.stream()
                .map(one -> row(one, enemies.getOrDefault(one.question().contentId(), Set.of())))
                .toList());
        retire(school, rows);
        write(school, rows);
    }

    /// A question at its place.
    ///
    /// @param study the case study that it belongs to
    private record Asked(Version question, Version bank, @Nullable Version study, int position) {}

    private static void addQuestions(RevisionContent content, Version bank, List<Asked> asked) {
        int position = 0;
        for (var part : content.members(bank)) {
            if (!part.kind().equals("question")) continue;
            if (!isCase(part)) asked.add(new Asked(part, bank, named(content, part), position++));
            else
                for (var question : content.members(part))
                    asked.add(new Asked(question, bank, part, position++));
        }
    }

    private static boolean isCase(Version question) {
        return question.front().path("kind").asString("").equals("case");
    }

    /// The case study that a question names, rather than stands in.
    private static @Nullable Version named(RevisionContent content, Version question) {
        var study = question.references().get(question.front().path("stimulus").asString(""));
        return study == null ? null : content.content(study).filter(QuestionProjection::isCase).orElse(null);
    }

    /// By question, those that must not stand beside it, whichever of the two says so; who names a case study means all
    /// of its questions.
    private static Map<Long, Set<Long>> enemies(List<Asked> asked) {
        var meant = new HashMap<Long, List<Long>>();
        for (var one : asked) {
            meant.computeIfAbsent(one.question().contentId(), _ -> new ArrayList<>()).add(one.question().contentId());
            if (one.study() != null)
                meant.computeIfAbsent(one.study().contentId(), _ -> new ArrayList<>()).add(one.question().contentId());
        }
        var enemies = new HashMap<Long, Set<Long>>();
        for (var one : asked) {
            long question = one.question().contentId();
            one.question().front().path("enemies").forEach(written -> {
                var named = one.question().references().get(written.asString(""));
                for (long enemy : named == null ? List.<Long>of() : meant.getOrDefault(named, List.of())) {
                    if (enemy == question) continue;
                    enemies.computeIfAbsent(question, _ -> new TreeSet<>()).add(enemy);
                    enemies.computeIfAbsent(enemy, _ -> new TreeSet<>()).add(question);
                }
            });
        }
        return enemies;
    }

    private static Map<String, @Nullable Object> row(Asked asked, Set<Long> enemies) {
        var front = asked.question().front();
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("content_id", asked.question().contentId());
        row.put("bank_id", asked.bank().contentId());
        row.put("version_id", asked.question().id());
        row.put("case_version_id", asked.study() == null ? null : asked.study().id());
        row.put("position", asked.position());
        row.put("kind", front.path("kind").asString("single"));
        row.put("domain", text(front, "domain"));
        row.put("task", text(front, "task"));
        row.put("difficulty", text(front, "difficulty"));
        row.put("tags", front.path("tags").valueStream().map(tag -> tag.asString("")).toList());
        row.put("enemies", enemies);
        row.put("unscored", front.path("unscored").asBoolean(false));
        return row;
    }

    private static @Nullable String text(JsonNode front, String key) {
        var value = front.get(key);
        return value == null ? null : value.asString("");
    }

    private void retire(School school, String rows) {
        jdbc.sql("""
                        update bank_question set live = false
                        where school_id = :school and live
                          and content_id not in (
                              select content_id from jsonb_to_recordset(:rows::jsonb) as row (content_id bigint))
                        """)
                .param("school", school.id())
                .param("rows", rows)
                .update();
    }

    private void write(School school, String rows) {
        jdbc.sql("""
                        insert into bank_question (school_id, content_id, bank_id, version_id, case_version_id, position,
                                                   kind, domain, task, difficulty, tags, enemies, unscored, live)
                        select :school, content_id, bank_id, version_id, case_version_id, position,
                               kind, domain, task, difficulty, tags, enemies, unscored, true
                        from jsonb_to_recordset(:rows::jsonb) as row (
                            content_id bigint, bank_id bigint, version_id bigint, case_version_id bigint, position int,
                            kind text, domain text, task text, difficulty text, tags text[], enemies bigint[],
                            unscored boolean)
                        on conflict (school_id, content_id) do update
                        set bank_id = excluded.bank_id, version_id = excluded.version_id,
                            case_version_id = excluded.case_version_id, position = excluded.position,
                            kind = excluded.kind, domain = excluded.domain, task = excluded.task,
                            difficulty = excluded.difficulty, tags = excluded.tags, enemies = excluded.enemies,
                            unscored = excluded.unscored, live = true
                        where (bank_question.bank_id, bank_question.version_id, bank_question.case_version_id,
                               bank_question.position, bank_question.enemies, bank_question.live)
                           is distinct from (excluded.bank_id, excluded.version_id, excluded.case_version_id,
                               excluded.position, excluded.enemies, true)
                        """)
                .param("school", school.id())
                .param("rows", rows)
                .update();
    }
}
