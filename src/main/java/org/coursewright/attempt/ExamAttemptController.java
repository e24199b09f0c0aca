package org.coursewright.attempt;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import org.coursewright.exam.Exam;
import org.coursewright.exam.Exams;
import org.coursewright.identity.Student;
import org.coursewright.platform.Flash;
import org.coursewright.platform.NotFound;
import org.coursewright.platform.Screen;
import org.coursewright.platform.Slug;
import org.coursewright.school.OnSchool;
import org.coursewright.school.School;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The room of an exam: its rules, one's own tries, and the doors to the next.
@Controller
@OnSchool
class ExamAttemptController {

    private final Exams exams;
    private final Eligibilities eligibilities;
    private final Rooms rooms;
    private final Beginning beginning;
    private final Admission admission;
    private final Templates templates;

    ExamAttemptController(
            Exams exams, Eligibilities eligibilities, Rooms rooms, Beginning beginning, Admission admission,
            Templates templates) {
        this.exams = exams;
        this.eligibilities = eligibilities;
        this.rooms = rooms;
        this.beginning = beginning;
        this.admission = admission;
        this.templates = templates;
    }

    @GetMapping("/exams/{exam}/attempts")
    Object index(
            Screen screen, School school, Student student, @PathVariable Slug exam,
            @RequestParam(defaultValue = "") String version) {
        var found = exams.find(school, exam).orElseThrow(NotFound::new);
        var edition = rooms.chosen(found, version)
                .or(() -> found.versions().stream().findFirst())
                .orElse(null);
        var eligibility = eligibilities.of(school, student, found, edition, Mode.SIMULATION);
        if (!eligibility.entitled()) return to("/exams/" + exam);
        return templates.attemptRoom(screen, school, student, rooms.of(school, student, found, edition, eligibility));
    }

    @PostMapping("/exams/{exam}/attempts")
    Object create(
            Screen screen,
            School school,
            Student student,
            Flash flash,
            HttpServletResponse response,
            @PathVariable Slug exam,
            @RequestParam(defaultValue = "simulation") String mode,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "all") String from,
            @RequestParam(defaultValue = "") String domain,
            @RequestParam(defaultValue = "") String tag,
            @RequestParam(defaultValue = "20") int count) {
        var found = exams.find(school, exam).orElseThrow(NotFound::new);
        var kind = Mode.of(mode).filter(known -> known != Mode.QUIZ).orElseThrow(NotFound::new);
        var order = new SetOrder(from, domain, tag, count);
        return admission.<Object>admit(() -> begin(screen, school, student, flash, found, kind, version, order))
                .orElseGet(() -> {
                    int seconds = Admission.again();
                    response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
                    response.setHeader(HttpHeaders.RETRY_AFTER, "" + seconds);
                    return templates.attemptWaiting(screen, school, student, found, kind, version, order, seconds);
                });
    }

    private ResponseEntity<Void> begin(
            Screen screen, School school, Student student, Flash flash, Exam exam, Mode mode, String version,
            SetOrder order) {
        var edition = rooms.chosen(exam, version);
        var eligibility = eligibilities.of(school, student, exam, edition.orElse(null), mode);
        if (!eligibility.entitled()) throw new NotFound();
        if (edition.isEmpty()) {
            flash.bad("attempt.not-ready");
            return to("/exams/" + exam.slug() + "/attempts");
        }
        return switch (beginning.begin(school, student, exam, edition.get(), mode, order, eligibility)) {
            case Beginning.Outcome.Begun(var code) -> to("/attempts/" + code);
            case Beginning.Outcome.Refused(var key, var arguments) -> refuse(screen, flash, exam, key, arguments);
        };
    }

    private static ResponseEntity<Void> refuse(
            Screen screen, Flash flash, Exam exam, String key, Object... arguments) {
        var told = Arrays.stream(arguments)
                .map(argument -> argument instanceof Instant at ? screen.moment(at) : argument)
                .toArray();
        flash.bad(key, told);
        return to("/exams/" + exam.slug() + "/attempts");
    }

    private static ResponseEntity<Void> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address)).build();
    }
}
