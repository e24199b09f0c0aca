package org.coursewright.attempt;

import gg.jte.generated.precompiled.Templates;
import java.net.URI;
import org.coursewright.identity.Student;
import org.coursewright.platform.NotFound;
import org.coursewright.platform.Screen;
import org.coursewright.school.OnSchool;
import org.coursewright.school.School;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// What came of an attempt.
@Controller
@OnSchool
class ResultController {

    private final OwnAttempts attempts;
    private final Endings endings;
    private final Results results;
    private final Templates templates;

    ResultController(OwnAttempts attempts, Endings endings, Results results, Templates templates) {
        this.attempts = attempts;
        this.endings = endings;
        this.results = results;
        this.templates = templates;
    }

    @GetMapping("/attempts/{code:[A-Za-z0-9_-]{16}}/result")
    Object show(Screen screen, School school, Student student, @PathVariable String code) {
        var attempt = attempts.find(school, student, code).orElseThrow(NotFound::new);
        if (attempt.isOverdue() && endings.expire(school, attempt.id()))
            attempt = attempts.find(school, student, code).orElseThrow(NotFound::new);
        if (attempt.phase() == Phase.OPEN)
            return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/attempts/" + code)).build();
        if (attempt.isWithheld())
            return templates.attemptWithheld(screen, school, student, results.withheld(school, attempt));
        return templates.attemptResult(screen, school, student, results.of(school, student, attempt));
    }
}
