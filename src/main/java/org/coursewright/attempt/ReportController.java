package org.coursewright.attempt;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.coursewright.identity.Student;
import org.coursewright.platform.Flash;
import org.coursewright.platform.NotFound;
import org.coursewright.platform.Screen;
import org.coursewright.school.OnSchool;
import org.coursewright.school.School;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Tells the author of a question what is wrong with it. Only of what a review shows with its key.
@Controller
@OnSchool
class ReportController {

    private final OwnAttempts attempts;
    private final Reviews reviews;
    private final Reports reports;
    private final Templates templates;

    ReportController(OwnAttempts attempts, Reviews reviews, Reports reports, Templates templates) {
        this.attempts = attempts;
        this.reviews = reviews;
        this.reports = reports;
        this.templates = templates;
    }

    @PostMapping("/attempts/{code:[A-Za-z0-9_-]{16}}/reports/{position}")
    Object create(
            Screen screen, School school, Student student, Flash flash, HttpServletResponse response,
            @PathVariable String code, @PathVariable int position, @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "all") String show) {
        var attempt = attempts.find(school, student, code)
                .filter(one -> one.phase() != Phase.OPEN && !one.isWithheld())
                .orElseThrow(NotFound::new);
        var review = reviews.of(school, attempt, Review.FILTERS.contains(show) ? show : "all");
        if (review.all().stream().noneMatch(item -> item.position() == position && item.key().isPresent()))
            throw new NotFound();
        var form = new ReportForm(position, reason, text);
        if (form.wrong().isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return templates.attemptReview(
                    screen, school, student, review, new Reporting(reports.of(school, attempt), form));
        }
        if (reports.send(school, attempt, review.paper().questions().get(position), form))
            flash.ok("attempt.report.sent");
        else
            flash.bad("attempt.report.was-settled");
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(
                        "/attempts/" + code + "/review?show=" + review.filter() + "#r" + (position + 1)))
                .build();
    }
}
