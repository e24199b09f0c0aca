package org.coursewright.credential;

import java.sql.ResultSet;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coursewright.course.CertificateTerms;
import org.coursewright.course.LessonMinutes;
import org.coursewright.exam.Exams;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads how far a student is from the certificates of courses.
@Repository
class Earning {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Exams exams;

    Earning(JdbcClient jdbc, Exams exams) {
        this.jdbc = jdbc;
        this.exams = exams;
    }

    /// Courses whose certificate the student has not and may have done enough for. An author's own student has none.
    ///
    /// @param course only this one; null = all
    /// @param exam only those that lead to this exam; null = all
    List<Candidate> candidates(School school, long student, @Nullable Long course, @Nullable Long exam) {
        return jdbc.sql("""
                        select course.content_id, course.version_id, course.title, version.front
                        from course
                        join version on version.school_id = :school and version.id = course.version_id
                        where course.school_id = :school and course.live
                          and jsonb_typeof(version.front -> 'certificate') = 'object'
                          and (:course::bigint is null or course.content_id = :course)
                          and (:exam::bigint is null
                               or exists (
                                   select from lesson
                                   where lesson.school_id = :school and lesson.course_id = course.content_id
                                     and lesson.live and lesson.exam_id = :exam)
                               or exists (
                                   select from jsonb_array_elements_text(version.front -> 'prepares-for') as named (target)
                                   where (version.refs ->> named.target)::bigint = :exam))
                          and exists (
                              select from completion
                              where completion.school_id = :school and completion.student_id = :student
                                and completion.course_id = course.content_id)
                          and exists (
                              select from student
                              where student.school_id = :school and student.id = :student and not trial)
                          and not exists (
                              select from certificate
                              where certificate.school_id = :school and certificate.student_id = :student
                                and certificate.course_id = course.content_id)
                        order by course.position, course.content_id
                        limit :most
                        """)
                .param("school", school.id())
                .param("student", student)
                .param("course", course)
                .param("exam", exam)
                .param("most", MOST)
                .query((row, _) -> new Candidate(
                        row.getLong("content_id"), row.getLong("version_id"), row.getString("title"),
                        JSON.readTree(row.getString("front"))))
                .list();
    }

    /// What the student has done in a course, if it is enough.
    Optional<Earned> earned(School school, long student, Candidate course) {
        var terms = CertificateTerms.of(course.front()).orElseThrow();
        var minutes = new ArrayList<Integer>();
        var done = new ArrayList<Long>();
        jdbc.sql("""
                        select lesson.content_id, lesson.minutes, coalesce(video.millis, 0) as millis,
                               completion.lesson_id is not null as done
                        from lesson
                        left join video on video.school_id = :school and video.hash = lesson.video_hash
                        left join completion
                          on completion.school_id = :school and completion.student_id = :student
                         and completion.course_id = :course and completion.lesson_id = lesson.content_id
                        where lesson.school_id = :school and lesson.course_id = :course and lesson.live
                        """)
                .param("school", school.id())
                .param("student", student)
                .param("course", course.id())
                .query((ResultSet row) -> {
                    minutes.add(LessonMinutes.of(row.getInt("minutes"), Duration.ofMillis(row.getLong("millis"))));
                    if (row.getBoolean("done")) done.add(row.getLong("content_id"));
                });
        if (!terms.isMet(minutes.size(), done.size())) return Optional.empty();
        int all = minutes.stream().mapToInt(Integer::intValue).sum();
        if (!terms.exam()) return Optional.of(new Earned(course, all, null));
        return passed(school, student, course).map(score -> new Earned(course, all, score));
    }

    /// The best of the exams that the course prepares for or has as a lesson, by the keys of now.
    private Optional<Score> passed(School school, long student, Candidate course) {
        return jdbc.sql("""
                        select exam.title as exam, exam_version.title as edition, exam_version.code, form.version_id,
                               latest.scaled, latest.at
                        from attempt
                        join exam on exam.school_id = :school and exam.content_id = attempt.content_id
                        join exam_version
                          on exam_version.school_id = :school and exam_version.content_id = attempt.exam_version_id
                        join form on form.school_id = :school and form.id = attempt.form_id
                        cross join lateral (
                            select passed, scaled, at
                            from attempt_score
                            where attempt_score.school_id = :school and attempt_score.attempt_id = attempt.id
                            order by revision desc
                            limit 1
                        ) as latest
                        where attempt.school_id = :school and attempt.student_id = :student
                          and attempt.mode = 'simulation' and attempt.state <> 'VOID' and attempt.results_at is null
                          and latest.passed and latest.scaled is not null
                          and (attempt.content_id in (
                                   select lesson.exam_id from lesson
                                   where lesson.school_id = :school and lesson.course_id = :course and lesson.live)
                               or attempt.content_id in (
                                   select (version.refs ->> named.target)::bigint
                                   from version
                                   cross join jsonb_array_elements_text(version.front -> 'prepares-for') as named (target)
                                   where version.school_id = :school and version.id = :version))
                        order by latest.scaled desc, latest.at
                        limit 1
                        """)
                .param("school", school.id())
                .param("student", student)
                .param("course", course.id())
                .param("version", course.versionId())
                .query((row, _) -> {
                    var scale = exams.blueprint(school, row.getLong("version_id")).scale();
                    var code = row.getString("code");
                    return new Score(
                            row.getString("exam"), code.isEmpty() ? row.getString("edition") : code,
                            row.getBigDecimal("scaled"), scale.min(), scale.max(), scale.pass(),
                            row.getObject("at", OffsetDateTime.class).toInstant());
                })
                .optional();
    }

    /// A course that gives a certificate.
    record Candidate(long id, long versionId, String title, JsonNode front) {

        List<String> authors() {
            return front.path("authors").valueStream().map(author -> author.asString("")).toList();
        }
    }

    /// A certificate that is due.
    record Earned(Candidate course, int minutes, @Nullable Score score) {}
}
