package org.coursewright.attempt;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.coursewright.exam.Blueprint;
import org.coursewright.exam.Exam;
import org.coursewright.exam.Exams;
import org.coursewright.exam.Forms;
import org.coursewright.identity.Student;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Begins what a student asks for, or says why not.
@Component
class Beginning {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int OF_EACH_DOMAIN = 5;

    private final Exams exams;
    private final Forms forms;
    private final Starts starts;
    private final OwnAttempts attempts;
    private final Scores scores;
    private final Draw draw;
    private final Clock clock;

    Beginning(Exams exams, Forms forms, Starts starts, OwnAttempts attempts, Scores scores, Draw draw, Clock clock) {
        this.exams = exams;
        this.forms = forms;
        this.starts = starts;
        this.attempts = attempts;
        this.scores = scores;
        this.draw = draw;
        this.clock = clock;
    }

    /// What came of it.
    sealed interface Outcome {

        /// @param code of the attempt
        record Begun(String code) implements Outcome {}

        /// @param key of the sentence that says why
        record Refused(String key, Object... arguments) implements Outcome {}
    }

    /// @param edition a version of the exam that is ready
    /// @param eligibility for that version and mode, of somebody to whom the exam is open
    Outcome begin(
            School school, Student student, Exam exam, Exam.Edition edition, Mode mode, SetOrder order,
            Eligibility eligibility) {
        if (eligibility.open() != null) return new Outcome.Begun(eligibility.open());
        if (edition.versionId() == null) return new Outcome.Refused("attempt.not-ready");
        var blueprint = exams.blueprint(school, edition.versionId());
        return switch (mode) {
            case SIMULATION -> simulate(school, student, exam, edition, blueprint, eligibility);
            case STUDY -> form(school, edition, eligibility, false)
                    .map(form -> starts.begin(school, student, mode, mode.policy(), exam, edition, null, form))
                    .<Outcome>map(Outcome.Begun::new)
                    .orElseGet(() -> new Outcome.Refused("attempt.not-ready"));
            case DIAGNOSTIC -> set(
                    school, student, exam, edition, mode,
                    draw.spread(school, student, exam, edition, blueprint, OF_EACH_DOMAIN, RANDOM.nextLong()));
            case DRILL -> set(
                    school, student, exam, edition, mode,
                    draw.questions(
                            school, student, exam, edition, order, domain(school, student, exam, blueprint, order),
                            order.count(), RANDOM.nextLong()));
            case QUIZ -> throw new IllegalArgumentException("a quiz begins in its lesson");
        };
    }

    private Outcome simulate(
            School school, Student student, Exam exam, Exam.Edition edition, Blueprint blueprint,
            Eligibility eligibility) {
        var wait = eligibility.waiting(blueprint, clock);
        if (wait.isPresent()) return new Outcome.Refused(wait.get().key(), wait.get().argument());
        var policy = blueprint.navigation() == Blueprint.Navigation.FORWARD
                ? Mode.SIMULATION.policy().withoutReturn()
                : Mode.SIMULATION.policy();
        return form(school, edition, eligibility, blueprint.freshItems())
                .map(form -> starts.begin(school, student, Mode.SIMULATION, policy, exam, edition, blueprint, form))
                .<Outcome>map(Outcome.Begun::new)
                .orElseGet(() -> new Outcome.Refused(
                        blueprint.freshItems() ? "attempt.all-seen" : "attempt.not-ready"));
    }

    private Optional<Long> form(School school, Exam.Edition edition, Eligibility eligibility, boolean fresh) {
        return edition.versionId() == null
                ? Optional.empty()
                : forms.leastSeen(school, edition.versionId(), edition.pool(), eligibility.seen(), fresh);
    }

    private Outcome set(
            School school, Student student, Exam exam, Exam.Edition edition, Mode mode, List<Forms.Chosen> chosen) {
        return chosen.isEmpty()
                ? new Outcome.Refused("attempt.nothing-to-practise")
                : new Outcome.Begun(starts.practise(school, student, mode, exam, edition, chosen));
    }

    /// The one that was asked for, or the one in which the student was worst when it counted last.
    private Blueprint.@Nullable Domain domain(
            School school, Student student, Exam exam, Blueprint blueprint, SetOrder order) {
        if (order.from().equals("weak"))
            return attempts.of(school, student, exam.id()).stream()
                    .filter(attempt -> !attempt.isOpen())
                    .findFirst()
                    .flatMap(attempt -> scores.find(school, attempt.id()))
                    .flatMap(grade -> grade.domains().stream().min(Comparator.comparing(Grade.Domain::percent)))
                    .flatMap(weak -> blueprint.domainOf(weak.id(), null))
                    .orElse(null);
        return order.domain().isEmpty() ? null : blueprint.domainOf(order.domain(), null).orElse(null);
    }
}
