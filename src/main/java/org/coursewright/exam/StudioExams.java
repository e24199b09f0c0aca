package org.coursewright.exam;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the studio shows of exams: a statement for each kind of thing, however many exams there are.
@Repository
class StudioExams {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_LESSONS = 1_000;

    private final JdbcClient jdbc;

    StudioExams(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A part of a live exam.
    record Part(long examId, long id, String kind, String slug, JsonNode front) {

        TaskMap.Part part() {
            return new TaskMap.Part(kind, slug, front);
        }
    }

    /// Versions and maps of all exams, in the author's order.
    List<Part> parts(School school) {
        return jdbc.sql("""
                        select exam.content_id as exam_id, part.content_id, kind, part.slug, part.front
                        from exam
                        join version as frozen on frozen.school_id = :school and frozen.id = exam.version_id
                        cross join jsonb_path_query(frozen.members, '$[*].versions[*]')
                            with ordinality as member (id, number)
                        join version as part on part.school_id = :school and part.id = member.id::bigint
                        join content on content.school_id = :school and content.id = part.content_id
                        where exam.school_id = :school and exam.live
                        order by exam.position, number
                        """)
                .param("school", school.id())
                .query((row, _) -> new Part(
                        row.getLong("exam_id"), row.getLong("content_id"), row.getString("kind"),
                        row.getString("slug"), JSON.readTree(row.getString("front"))))
                .list();
    }

    /// How far the work on a version is.
    record Standing(int forms, boolean waiting, List<Lack> lacks) {

        static final Standing NONE = new Standing(0, true, List.of());
    }

    /// By the content of the version.
    Map<Long, Standing> standings(School school) {
        var standings = new HashMap<Long, Standing>();
        jdbc.sql("""
                        select content_id, lacks,
                               (version_id, pool) is distinct from (formed_version_id, formed_pool) as waiting,
                               (select count(*) from form
                                where form.school_id = :school and form.version_id = formed_version_id
                                  and form.pool = formed_pool and purpose <> 'practice') as forms
                        from exam_version
                        where school_id = :school and live
                        """)
                .param("school", school.id())
                .query((row, _) -> standings.put(row.getLong("content_id"), new Standing(
                        row.getInt("forms"), row.getBoolean("waiting"),
                        List.copyOf(Arrays.asList(JSON.readValue(row.getString("lacks"), Lack[].class))))))
                .list();
        return standings;
    }

    /// Questions of all exams without their texts, by the content of the exam.
    Map<Long, List<VersionReport.Question>> counts(School school) {
        var questions = new HashMap<Long, List<VersionReport.Question>>();
        jdbc.sql("""
                        select exam.content_id, domain, task, unscored, count(*) as questions
                        from exam
                        join bank_question on bank_question.school_id = :school
                                          and bank_id = any(exam.banks) and bank_question.live
                        where exam.school_id = :school and exam.live
                        group by exam.content_id, domain, task, unscored
                        order by exam.content_id, domain, task, unscored
                        """)
                .param("school", school.id())
                .query((row, _) -> {
                    var alike = Collections.nCopies(row.getInt("questions"), new VersionReport.Question(
                            "", "", row.getString("domain"), row.getString("task"), row.getBoolean("unscored")));
                    return questions.merge(row.getLong("content_id"), alike,
                            (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
                })
                .list();
        return questions;
    }

    /// Questions of one exam, in the author's order.
    List<VersionReport.Question> questions(School school, long exam) {
        return jdbc.sql("""
                        select version.title, version.path, domain, task, unscored
                        from exam
                        join bank_question on bank_question.school_id = :school
                                          and bank_id = any(exam.banks) and bank_question.live
                        join version on version.school_id = :school and version.id = bank_question.version_id
                        where exam.school_id = :school and exam.content_id = :exam
                        order by array_position(exam.banks, bank_id), bank_question.position
                        """)
                .param("school", school.id())
                .param("exam", exam)
                .query((row, _) -> new VersionReport.Question(
                        row.getString("title"), row.getString("path"), row.getString("domain"), row.getString("task"),
                        row.getBoolean("unscored")))
                .list();
    }

    /// Live lessons that cover tasks of an exam.
    List<VersionReport.Lesson> lessons(School school, long exam) {
        return jdbc.sql("""
                        select lesson.title, course.slug as course, lesson.slug,
                               array_agg(substr(written, strpos(written, '/') + 1) order by number) as tasks
                        from lesson
                        join course on course.school_id = :school and course.content_id = course_id and course.live
                        join version on version.school_id = :school and version.id = lesson.version_id
                        cross join jsonb_array_elements_text(version.front -> 'covers')
                            with ordinality as cover (written, number)
                        where lesson.school_id = :school and lesson.live
                          and (version.refs ->> written)::bigint = :exam
                        group by course.position, lesson.position, lesson.title, course.slug, lesson.slug
                        order by course.position, lesson.position
                        limit :most
                        """)
                .param("school", school.id())
                .param("exam", exam)
                .param("most", MOST_LESSONS)
                .query((row, _) -> new VersionReport.Lesson(
                        row.getString("title"), row.getString("course"), row.getString("slug"),
                        List.of((String[]) row.getArray("tasks").getArray())))
                .list();
    }

    /// How the forms that attempts begin with use the questions of the banks.
    Optional<VersionPage.Exposure> exposure(School school, long edition) {
        return jdbc.sql("""
                        with asked as (
                            select question.content_id, count(*)::int as forms
                            from exam_version as edition
                            join form on form.school_id = :school and form.version_id = formed_version_id
                                     and form.pool = formed_pool and purpose = 'exam'
                            cross join unnest(questions) as question (content_id)
                            where edition.school_id = :school and edition.content_id = :edition
                            group by question.content_id
                        )
                        select min(forms) as least, max(forms) as most,
                               (select count(*)
                                from exam_version as edition
                                join exam on exam.school_id = :school and exam.content_id = exam_id
                                join bank_question on bank_question.school_id = :school
                                                  and bank_id = any(exam.banks) and bank_question.live
                                where edition.school_id = :school and edition.content_id = :edition
                                  and bank_question.content_id not in (select content_id from asked)) as never
                        from asked
                        """)
                .param("school", school.id())
                .param("edition", edition)
                .query((row, _) -> exposure(
                        row.getObject("least", Integer.class), row.getObject("most", Integer.class),
                        row.getInt("never")))
                .single();
    }

    private static Optional<VersionPage.Exposure> exposure(
            @Nullable Integer least, @Nullable Integer most, int never) {
        return least == null || most == null
                ? Optional.empty()
                : Optional.of(new VersionPage.Exposure(least, most, never));
    }
}
