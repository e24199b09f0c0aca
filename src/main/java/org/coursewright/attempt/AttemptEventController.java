package org.coursewright.attempt;

import org.coursewright.identity.Student;
import org.coursewright.platform.NotFound;
import org.coursewright.school.OnSchool;
import org.coursewright.school.School;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// What happens to an attempt while its page is open, as it happens.
@Controller
@OnSchool
class AttemptEventController {

    private final OwnAttempts attempts;
    private final AttemptNotices notices;

    AttemptEventController(OwnAttempts attempts, AttemptNotices notices) {
        this.attempts = attempts;
        this.notices = notices;
    }

    @GetMapping(path = "/attempts/{code:[A-Za-z0-9_-]{16}}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter index(School school, Student student, @PathVariable String code) {
        var attempt = attempts.find(school, student, code).orElseThrow(NotFound::new);
        return notices.listen(school, attempt.code());
    }
}
