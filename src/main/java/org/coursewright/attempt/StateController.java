package org.coursewright.attempt;

import org.coursewright.identity.Student;
import org.coursewright.platform.NotFound;
import org.coursewright.school.OnSchool;
import org.coursewright.school.School;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// How an attempt stands, for a page that may only look, or that was asleep.
@Controller
@OnSchool
class StateController {

    private final OwnAttempts attempts;
    private final States states;

    StateController(OwnAttempts attempts, States states) {
        this.attempts = attempts;
        this.states = states;
    }

    @GetMapping("/attempts/{code:[A-Za-z0-9_-]{16}}/state")
    ResponseEntity<State> show(School school, Student student, @PathVariable String code) {
        var attempt = attempts.find(school, student, code).orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(states.of(school, attempt, false, "none"));
    }
}
