package org.coursewright.attempt;

import java.util.List;
import org.coursewright.identity.Student;
import org.coursewright.platform.NotFound;
import org.coursewright.platform.Screen;
import org.coursewright.school.OnSchool;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import tools.jackson.databind.JsonNode;

/// Makes an answer final and shows its key, where the rules of the attempt say so.
@Controller
@OnSchool
class ReleaseController {

    private final OwnAttempts attempts;
    private final Saving saving;
    private final Responses responses;
    private final Papers papers;
    private final States states;

    ReleaseController(OwnAttempts attempts, Saving saving, Responses responses, Papers papers, States states) {
        this.attempts = attempts;
        this.saving = saving;
        this.responses = responses;
        this.papers = papers;
        this.states = states;
    }

    /// An answer that shall be final.
    ///
    /// @param answer null = the one that is kept
    record Final(int epoch, long seq, int position, @Nullable JsonNode answer, @Nullable Long ms) {

        Batch batch() {
            var given = answer == null || answer.isNull()
                    ? List.<Given>of()
                    : List.of(new Given(position, answer, null, null, ms, null, null));
            return new Batch(epoch, seq, given, null);
        }
    }

    @PostMapping("/attempts/{code:[A-Za-z0-9_-]{16}}/releases")
    ResponseEntity<?> create(
            Screen screen, School school, Student student, @PathVariable String code, @RequestBody Final said) {
        var attempt = attempts.find(school, student, code).orElseThrow(NotFound::new);
        var paper = papers.get(school, attempt.formId());
        if (said.position() < 0 || said.position() >= paper.questions().size() || said.seq() <= 0)
            return ResponseEntity.badRequest().build();
        if (attempt.policy().feedback() != Policy.Feedback.EACH || attempt.phase() != Phase.OPEN)
            return ResponseEntity.status(HttpStatus.CONFLICT).body(new Replies.Stale("feedback", attempt.epoch()));
        var batch = said.batch();
        var outcome = saving.save(school, student, code, batch, screen.messages()).orElseThrow(NotFound::new);
        var wrong = Replies.of(batch, outcome);
        if (wrong.isPresent()) return wrong.get();
        var kept = responses.release(school, attempt.id(), said.position());
        if (kept.isEmpty())
            return ResponseEntity.status(HttpStatus.CONFLICT).body(new Replies.Stale("unanswered", attempt.epoch()));
        return Replies.ok(states.released(school, attempt, paper.questions().get(said.position()), kept.get()));
    }
}
