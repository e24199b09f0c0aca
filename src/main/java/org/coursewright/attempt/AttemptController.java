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

/// The page in which an attempt is sat.
@Controller
@OnSchool
class AttemptController {

    private final OwnAttempts attempts;
    private final Papers papers;
    private final Endings endings;
    private final Templates templates;

    AttemptController(OwnAttempts attempts, Papers papers, Endings endings, Templates templates) {
        this.attempts = attempts;
        this.papers = papers;
        this.endings = endings;
        this.templates = templates;
    }

    @GetMapping("/attempts/{code:[A-Za-z0-9_-]{16}}")
    Object show(Screen screen, School school, Student student, @PathVariable String code) {
        var attempt = attempts.find(school, student, code).orElseThrow(NotFound::new);
        if (attempt.isOverdue()) endings.expire(school, attempt.id());
        if (attempt.phase() != Phase.OPEN || attempt.isOverdue())
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/attempts/" + code + "/result"))
                    .build();
        return templates.attemptExam(screen, school, student, attempt, papers.get(school, attempt.formId()));
    }
}
