package org.coursewright.exam;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.coursewright.content.Projection;
import org.coursewright.content.RevisionContent;
import org.coursewright.content.Version;
import org.coursewright.job.Jobs;
import org.coursewright.platform.Hash;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Derives the rows of exams and their versions from what is live, and has the forms built of those whose blueprint,
/// maps or banks changed. What is not live any more stays as it last was.
@Repository
@Order(11)
class ExamProjection implements Projection {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Jobs jobs;

    ExamProjection(JdbcClient jdbc, Jobs jobs) {
        this.jdbc = jdbc;
        this.jobs = jobs;
    }

    @Override
    public void project(School school, long publicationId, RevisionContent content) {
        var exams = new ArrayList<Map<String, Object>>();
        var editions = new ArrayList<Map<String, @Nullable Object>>();
        for (var exam : content.ofKind("exam")) {
            var banks = banks(exam);
            exams.add(row(exam, banks, exams.size()));
            addEditions(content, exam, banks, editions);
        }
        var examRows = JSON.writeValueAsString(exams);
        var editionRows = JSON.writeValueAsString(editions);
        retire(school, examRows, editionRows);
        writeExams(school, examRows);
        writeEditions(school, editionRows);
        for (long edition : unformed(school)) {
            var order = new BuildForms(school.id(), edition, publicationId);
            jobs.enqueue(BuildForms.KIND, order.key(), order);
        }
    }

    private static List<Long> banks(Version exam) {
        return exam.front().path("banks").valueStream()
                .map(bank -> exam.references().get("bank/" + bank.asString("")))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static Map<String, Object> row(Version exam, List<Long> banks, int position) {
        var row = new LinkedHashMap<String, Object>();
        row.put("content_id", exam.contentId());
        row.put("version_id", exam.id());
        row.put("slug", exam.slug().value());
        row.put("title", exam.title());
        row.put("summary", exam.front().path("summary").asString(""));
        row.put("access", exam.front().path("access").asString("free"));
        row.put("banks", banks);
        row.put("position", position);
        return row;
    }

    private static void addEditions(
            RevisionContent content, Version exam, List<Long> banks, List<Map<String, @Nullable Object>> editions) {
        var state = state(content, exam, banks);
        int position = 0;
        for (var edition : content.members(exam)) {
            if (!edition.kind().equals("exam-version")) continue;
            var valid = edition.front().path("valid");
            var row = new LinkedHashMap<String, @Nullable Object>();
            row.put("content_id", edition.contentId());
            row.put("exam_id", exam.contentId());
            row.put("version_id", edition.id());
            row.put("slug", edition.slug().value());
            row.put("title", edition.title());
            row.put("code", edition.front().path("code").asString(""));
            row.put("valid_from", valid.path("from").asString("-infinity"));
            row.put("valid_until", valid.path("until").asString("infinity"));
            row.put("position", position++);
            row.put("pool", Hash.of(edition.id() + " " + state).hex());
            editions.add(row);
        }
    }

    /// What the forms of an exam depend on besides their blueprint: its maps, and all questions with their situations.
    private static String state(RevisionContent content, Version exam, List<Long> banks) {
        var maps = content.members(exam).stream().filter(part -> part.kind().equals("map"));
        var questions = banks.stream()
                .flatMap(bank -> content.content(bank).stream())
                .flatMap(bank -> content.members(bank).stream())
                .flatMap(part -> Stream.concat(Stream.of(part), content.members(part).stream()));
        return Stream.concat(maps, questions).map(Version::id).sorted().toList().toString();
    }

    /// First of all, so that a slug is free for another before that takes it.
    private void retire(School school, String exams, String editions) {
        jdbc.sql("""
                        update exam set live = false
                        where school_id = :school and live
                          and not exists (
                              select from jsonb_to_recordset(:rows::jsonb) as kept (content_id bigint, slug text)
                              where kept.content_id = exam.content_id and kept.slug = exam.slug)
                        """)
                .param("school", school.id())
                .param("rows", exams)
                .update();
        jdbc.sql("""
                        update exam_version set live = false
                        where school_id = :school and live
                          and content_id not in (
                              select content_id from jsonb_to_recordset(:rows::jsonb) as row (content_id bigint))
                        """)
                .param("school", school.id())
                .param("rows", editions)
                .update();
    }

    private void writeExams(School school, String rows) {
        jdbc.sql("""
                        insert into exam (school_id, content_id, version_id, slug, title, summary, access, banks, position,
                                          live)
                        select :school, content_id, version_id, slug, title, summary, access, banks, position, true
                        from jsonb_to_recordset(:rows::jsonb) as row (
                            content_id bigint, version_id bigint, slug text, title text, summary text, access text,
                            banks bigint[], position int)
                        on conflict (school_id, content_id) do update
                        set version_id = excluded.version_id, slug = excluded.slug, title = excluded.title,
                            summary = excluded.summary, access = excluded.access, banks = excluded.banks,
                            position = excluded.position, live = true
                        where (exam.version_id, exam.position, exam.live)
                           is distinct from (excluded.version_id, excluded.position, true)
                        """)
                .param("school", school.id())
                .param("rows", rows)
                .update();
    }

    private void writeEditions(School school, String rows) {
        jdbc.sql("""
                        insert into exam_version (school_id, content_id, exam_id, version_id, slug, title, code, valid_from,
                                                  valid_until, position, pool, live)
                        select :school, content_id, exam_id, version_id, slug, title, code, valid_from, valid_until,
                               position, pool, true
                        from jsonb_to_recordset(:rows::jsonb) as row (
                            content_id bigint, exam_id bigint, version_id bigint, slug text, title text, code text,
                            valid_from date, valid_until date, position int, pool text)
                        on conflict (school_id, content_id) do update
                        set exam_id = excluded.exam_id, version_id = excluded.version_id, slug = excluded.slug,
                            title = excluded.title, code = excluded.code, valid_from = excluded.valid_from,
                            valid_until = excluded.valid_until, position = excluded.position, pool = excluded.pool,
                            live = true
                        where (exam_version.exam_id, exam_version.version_id, exam_version.position, exam_version.pool,
                               exam_version.live)
                           is distinct from (excluded.exam_id, excluded.version_id, excluded.position, excluded.pool,
                               true)
                        """)
                .param("school", school.id())
                .param("rows", rows)
                .update();
    }

    private List<Long> unformed(School school) {
        return jdbc.sql("""
                        select content_id
                        from exam_version
                        where school_id = :school and live
                          and (version_id, pool) is distinct from (formed_version_id, formed_pool)
                        order by content_id
                        """)
                .param("school", school.id())
                .query((row, _) -> row.getLong("content_id"))
                .list();
    }
}
