package org.coursewright.attempt;

import org.coursewright.identity.Student;
import org.coursewright.platform.NotFound;
import org.coursewright.school.OnSchool;
import org.coursewright.school.School;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Ends a break before its time.
@Controller
@OnSchool
class BreakController {

    private final OwnAttempts attempts;
    private final Papers papers;
    private final Sections sections;
    private final States states;

    BreakController(OwnAttempts attempts, Papers papers, Sections sections, States states) {
        this.attempts = attempts;
        this.papers = papers;
        this.sections = sections;
        this.states = states;
    }

    @DeleteMapping("/attempts/{code:[A-Za-z0-9_-]{16}}/break")
    ResponseEntity<?> destroy(School school, Student student, @PathVariable String code) {
        var attempt = attempts.find(school, student, code).orElseThrow(NotFound::new);
        if (attempt.section() > 0)
            sections.goOn(school, attempt, papers.get(school, attempt.formId()).part(attempt.section() - 1));
        var moved = attempts.find(school, student, code).orElseThrow(NotFound::new);
        return Replies.ok(states.of(school, moved, true, "same"));
    }
}
