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
import org.springframework.web.bind.annotation.RequestParam;

/// Every question once more, with what was answered, what is right, and why. Only of an attempt that has ended,
/// and whose result may be seen.
@Controller
@OnSchool
class ReviewController {

    private final OwnAttempts attempts;
    private final Reviews reviews;
    private final Reports reports;
    private final Templates templates;

    ReviewController(OwnAttempts attempts, Reviews reviews, Reports reports, Templates templates) {
        this.attempts = attempts;
        this.reviews = reviews;
        this.reports = reports;
        this.templates = templates;
    }

    /// @param show `all`, `wrong`, `flagged` or `slow`
    @GetMapping("/attempts/{code:[A-Za-z0-9_-]{16}}/review")
    Object show(
            Screen screen, School school, Student student, @PathVariable String code,
            @RequestParam(defaultValue = "all") String show) {
        var attempt = attempts.find(school, student, code).orElseThrow(NotFound::new);
        if (attempt.phase() == Phase.OPEN)
            return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/attempts/" + code)).build();
        if (attempt.isWithheld())
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/attempts/" + code + "/result"))
                    .build();
        return templates.attemptReview(
                screen, school, student, reviews.of(school, attempt, show),
                new Reporting(reports.of(school, attempt), null));
    }
}
