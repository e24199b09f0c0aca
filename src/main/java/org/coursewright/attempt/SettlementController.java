package org.coursewright.attempt;

import java.net.URI;
import org.coursewright.identity.Author;
import org.coursewright.platform.Flash;
import org.coursewright.platform.NotFound;
import org.coursewright.school.OnPlatform;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Settles what a student reported, with an answer or without.
@Controller
@OnPlatform
class SettlementController {

    private final SatAttempts attempts;
    private final SentReports reports;

    SettlementController(SatAttempts attempts, SentReports reports) {
        this.attempts = attempts;
        this.reports = reports;
    }

    @PostMapping("/studio/{school}/attempts/{code:[A-Za-z0-9_-]{16}}/reports/{position}/settlement")
    ResponseEntity<Void> create(
            Author author, Flash flash, @PathVariable String code, @PathVariable int position,
            @RequestParam(defaultValue = "") String answer, @RequestParam(defaultValue = "false") boolean all) {
        var attempt = attempts.attempt(author.school(), code).orElseThrow(NotFound::new);
        var plain = ReportForm.plain(answer);
        int settled = reports.settle(
                author, attempt, position, plain.substring(0, Math.min(ReportForm.LONGEST, plain.length())), all);
        if (settled > 0) flash.ok("attempt.report.staff.done", settled);
        else
            flash.bad("attempt.report.staff.nothing");
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/studio/" + author.school().slug() + "/reports"))
                .build();
    }
}
