package org.coursewright.exam;

import java.util.List;
import java.util.Set;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The questions that are live in the banks of an exam, placed in the domains and tasks of one of its versions.
@Repository
public class Candidates {

    private final JdbcClient jdbc;
    private final Exams exams;
    private final TaskMaps maps;

    Candidates(JdbcClient jdbc, Exams exams, TaskMaps maps) {
        this.jdbc = jdbc;
        this.exams = exams;
        this.maps = maps;
    }

    /// All of them, in the author's order, by the newest blueprint.
    ///
    /// @param edition content of a version that is live; else there are none
    List<Candidate> of(School school, long edition) {
        return of(school, edition, null);
    }

    /// All of them, in the author's order, by the blueprint that attempts begin with now; none while there is no such.
    public List<Candidate> of(School school, Exam.Edition edition) {
        return edition.versionId() == null ? List.of() : of(school, edition.id(), edition.versionId());
    }

    /// @param blueprint null = the newest
    private List<Candidate> of(School school, long edition, @Nullable Long blueprint) {
        var rows = jdbc.sql("""
                        select bank_question.content_id, bank_question.version_id, case_version_id, domain, task,
                               enemies, unscored, edition.slug, edition.version_id as blueprint,
                               exam.version_id as exam_version_id
                        from exam_version as edition
                        join exam on exam.school_id = :school and exam.content_id = exam_id
                        join bank_question on bank_question.school_id = :school
                                          and bank_id = any(exam.banks)
                                          and bank_question.live
                        where edition.school_id = :school and edition.content_id = :edition and edition.live
                        order by array_position(exam.banks, bank_id), bank_question.position, bank_question.content_id
                        """)
                .param("school", school.id())
                .param("edition", edition)
                .query((row, _) -> new Row(
                        row.getString("slug"),
                        row.getLong("blueprint"),
                        row.getLong("exam_version_id"),
                        new Candidate(
                                row.getLong("content_id"),
                                row.getLong("version_id"),
                                row.getObject("case_version_id", Long.class),
                                row.getString("domain"),
                                row.getString("task"),
                                Set.of((Long[]) row.getArray("enemies").getArray()),
                                row.getBoolean("unscored"))))
                .list();
        if (rows.isEmpty()) return List.of();
        var first = rows.getFirst();
        var placement = new Placement(
                first.slug(), exams.blueprint(school, blueprint == null ? first.blueprint() : blueprint),
                maps.into(school, first.examVersionId(), first.slug()));
        return rows.stream().map(row -> placed(placement, row.question())).toList();
    }

    private static Candidate placed(Placement placement, Candidate question) {
        var place = placement.of(question.domain(), question.task());
        return new Candidate(
                question.questionId(), question.versionId(), question.caseVersionId(), place.domain(), place.task(),
                question.enemies(), question.unscored());
    }

    private record Row(String slug, long blueprint, long examVersionId, Candidate question) {}
}
