package org.coursewright.attempt;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.coursewright.exam.Blueprint;
import org.coursewright.exam.Exam;
import org.coursewright.exam.Form;
import org.coursewright.exam.Forms;
import org.coursewright.identity.Student;
import org.coursewright.platform.RandomCode;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Begins attempts. Beginning one twice is beginning it once: while one of a class is open, it is the one.
@Repository
class Starts {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TRIES = 5;

    private static final String BEGIN = """
            with live as (
                select id, code, deadline_at <= (select db_now()) as over
                from attempt
                where school_id = :school and student_id = :student and content_id = :content
                  and mode_class = :class and state = 'OPEN'
            ), made as (
                insert into attempt (school_id, code, student_id, content_id, exam_version_id, form_id, mode, mode_class,
                                     policy, seed, started_at, deadline_at, section_deadline_at, results_at)
                select :school, :code, :student, :content, :edition, :form, :mode, :class, :policy::jsonb, :seed,
                       db_now(),
                       case when :minutes::int is null or (own.student_id is not null and own.factor is null)
                           then 'infinity'
                           else db_now() + :minutes * coalesce(own.factor, 1) * interval '1 minute' end,
                       case when :first::int is null or (own.student_id is not null and own.factor is null)
                           then 'infinity'
                           else db_now() + :first * coalesce(own.factor, 1) * interval '1 minute' end,
                       case when :results::timestamptz > (select db_now()) then :results::timestamptz end
                from (select) as one
                left join accommodation as own on own.school_id = :school and own.student_id = :student
                where not exists (select from live)
                on conflict (school_id, student_id, content_id, mode_class) where state = 'OPEN' do nothing
                returning id, code
            ), told as (
                insert into attempt_event (school_id, attempt_id, epoch, seq, kind, at)
                select :school, id, 0, -nextval('attempt_event_seq'), 'start', db_now() from made
            )
            select id, code, false as over from made
            union all
            select id, code, over from live
            """;

    private final JdbcClient jdbc;
    private final Forms forms;
    private final Endings endings;

    Starts(JdbcClient jdbc, Forms forms, Endings endings) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.endings = endings;
    }

    /// What to begin.
    ///
    /// @param contentId the exam, or the lesson of a quiz
    /// @param edition version of the exam, null for a quiz
    /// @param minutes null = no limit
    /// @param firstMinutes of its first section
    /// @param results when its result may be seen; null = at once
    private record Order(
            Mode mode, Policy policy, long contentId, @Nullable Long edition, @Nullable Integer minutes,
            @Nullable Integer firstMinutes, @Nullable LocalDate results) {}

    /// By a form that a job has built for a version of an exam.
    ///
    /// @param blueprint whose times count; null = none do
    /// @return the code of the attempt
    String begin(
            School school, Student student, Mode mode, Policy policy, Exam exam, Exam.Edition edition,
            @Nullable Blueprint blueprint, long formId) {
        var timed = policy.timed() ? blueprint : null;
        return repeat(
                school, student,
                new Order(mode, policy, exam.id(), edition.id(), timed == null ? null : timed.minutes(),
                        timed == null ? null : timed.sections().getFirst().minutes(),
                        mode == Mode.SIMULATION && blueprint != null ? blueprint.resultsFrom() : null),
                formId);
    }

    /// By a form that is made for it.
    @Transactional
    String practise(
            School school, Student student, Mode mode, Exam exam, Exam.Edition edition, List<Forms.Chosen> chosen) {
        long form = forms.add(school, Form.Purpose.PRACTICE, exam.versionId(), "", chosen);
        return repeat(school, student, new Order(mode, mode.policy(), exam.id(), edition.id(), null, null, null), form);
    }

    /// The quiz of a lesson.
    String quiz(School school, Student student, long lessonId, long formId) {
        return repeat(school, student, new Order(Mode.QUIZ, Mode.QUIZ.policy(), lessonId, null, null, null, null),
                formId);
    }

    /// The code of the open attempt of a class, if there is one.
    Optional<String> open(School school, Student student, Mode mode, long contentId) {
        return jdbc.sql("""
                        select code from attempt
                        where school_id = :school and student_id = :student and content_id = :content
                          and mode_class = :class and state = 'OPEN' and deadline_at > (select db_now())
                        """)
                .param("school", school.id())
                .param("student", student.id())
                .param("content", contentId)
                .param("class", mode.modeClass())
                .query((row, _) -> row.getString("code"))
                .optional();
    }

    /// No row means that another request was quicker; an attempt whose time is over is ended first.
    private String repeat(School school, Student student, Order order, long formId) {
        for (int i = 0; i < TRIES; i++) {
            var found = jdbc.sql(BEGIN)
                    .param("school", school.id())
                    .param("student", student.id())
                    .param("content", order.contentId())
                    .param("class", order.mode().modeClass())
                    .param("form", formId)
                    .param("mode", order.mode().word())
                    .param("policy", JSON.writeValueAsString(order.policy()))
                    .param("edition", order.edition())
                    .param("minutes", order.minutes())
                    .param("first", order.firstMinutes())
                    .param("results",
                            order.results() == null ? null : order.results().atStartOfDay().atOffset(ZoneOffset.UTC))
                    .param("code", RandomCode.of(12))
                    .param("seed", RANDOM.nextLong())
                    .query((row, _) -> new Begun(row.getLong("id"), row.getString("code"), row.getBoolean("over")))
                    .optional();
            if (found.isEmpty()) {
                var open = open(school, student, order.mode(), order.contentId());
                if (open.isPresent()) return open.get();
                continue;
            }
            if (!found.get().over()) return found.get().code();
            endings.expire(school, found.get().id());
        }
        throw new IllegalStateException("no attempt begins with form " + formId);
    }

    private record Begun(long id, String code, boolean over) {}
}
