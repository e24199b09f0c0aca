package org.coursewright.attempt;

import org.coursewright.identity.Student;
import org.coursewright.platform.NotFound;
import org.coursewright.school.OnSchool;
import org.coursewright.school.School;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/// Leaves a section for the next.
@Controller
@OnSchool
class SectionController {

    private final OwnAttempts attempts;
    private final Papers papers;
    private final Sections sections;
    private final States states;

    SectionController(OwnAttempts attempts, Papers papers, Sections sections, States states) {
        this.attempts = attempts;
        this.papers = papers;
        this.sections = sections;
        this.states = states;
    }

    /// @param from the section that is left
    record Leaving(int epoch, int from) {}

    @PostMapping("/attempts/{code:[A-Za-z0-9_-]{16}}/sections")
    ResponseEntity<?> create(School school, Student student, @PathVariable String code, @RequestBody Leaving leaving) {
        var attempt = attempts.find(school, student, code).orElseThrow(NotFound::new);
        if (attempt.epoch() != leaving.epoch()) return Replies.stale(attempt.epoch());
        var paper = papers.get(school, attempt.formId());
        if (attempt.section() == leaving.from() && leaving.from() + 1 < paper.parts().size())
            sections.leave(school, student, attempt, leaving.epoch(), paper.part(leaving.from()),
                    paper.part(leaving.from() + 1));
        var moved = attempts.find(school, student, code).orElseThrow(NotFound::new);
        return Replies.ok(states.of(school, moved, true, "same"));
    }
}
