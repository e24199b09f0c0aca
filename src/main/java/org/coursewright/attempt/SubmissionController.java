package org.coursewright.attempt;

import org.coursewright.identity.Student;
import org.coursewright.platform.NotFound;
import org.coursewright.platform.Screen;
import org.coursewright.school.OnSchool;
import org.coursewright.school.School;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/// Hands an attempt in, with the answers that were still on the device.
@Controller
@OnSchool
class SubmissionController {

    private final OwnAttempts attempts;
    private final Saving saving;
    private final Endings endings;

    SubmissionController(OwnAttempts attempts, Saving saving, Endings endings) {
        this.attempts = attempts;
        this.saving = saving;
        this.endings = endings;
    }

    /// @param state word of the [Phase]
    record Submitted(String state, String url) {}

    @PostMapping("/attempts/{code:[A-Za-z0-9_-]{16}}/submission")
    ResponseEntity<?> create(
            Screen screen, School school, Student student, @PathVariable String code, @RequestBody Batch batch) {
        if (!batch.fits()) return ResponseEntity.badRequest().build();
        var outcome = saving.save(school, student, code, batch, screen.messages()).orElseThrow(NotFound::new);
        boolean stale = outcome.saved().epoch() != batch.epoch();
        if (stale && outcome.saved().state().equals(Phase.OPEN.name()))
            return Replies.stale(outcome.saved().epoch());
        var phase = endings.submit(school, student, code, batch.epoch())
                .or(() -> attempts.find(school, student, code).map(Attempt::phase)) // it was over before
                .orElseThrow(NotFound::new);
        return Replies.ok(new Submitted(phase.name(), "/attempts/" + code + "/result"));
    }
}
