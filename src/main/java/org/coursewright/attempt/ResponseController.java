package org.coursewright.attempt;

import org.coursewright.identity.Student;
import org.coursewright.platform.Screen;
import org.coursewright.school.OnSchool;
import org.coursewright.school.School;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/// Answers, in batches. The reply is sent when they are durable, never before.
@Controller
@OnSchool
class ResponseController {

    private final Saving saving;

    ResponseController(Saving saving) {
        this.saving = saving;
    }

    /// @return 409 to a tab that another took over from, 422 where an answer fits no question; the others are kept
    @PostMapping("/attempts/{code:[A-Za-z0-9_-]{16}}/responses")
    ResponseEntity<?> create(
            Screen screen, School school, Student student, @PathVariable String code, @RequestBody Batch batch) {
        return Replies.of(batch, () -> saving.save(school, student, code, batch, screen.messages()));
    }
}
