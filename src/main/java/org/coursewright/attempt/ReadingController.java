package org.coursewright.attempt;

import java.util.List;
import org.coursewright.identity.Author;
import org.coursewright.platform.Flash;
import org.coursewright.platform.NotFound;
import org.coursewright.school.OnPlatform;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What somebody gives for an answer that a person has to read.
@Controller
@OnPlatform
class ReadingController {

    private static final int LONGEST = 5_000;

    private final SatAttempts attempts;
    private final Readings readings;

    ReadingController(SatAttempts attempts, Readings readings) {
        this.attempts = attempts;
        this.readings = readings;
    }

    @PostMapping("/studio/{school}/attempts/{code:[A-Za-z0-9_-]{16}}/readings/{position}")
    ResponseEntity<Void> create(
            Author author, Flash flash, @PathVariable String code, @PathVariable int position,
            @RequestParam(name = "points", defaultValue = "") List<Integer> points,
            @RequestParam(defaultValue = "") String comment) {
        var attempt = attempts.attempt(author.school(), code).orElseThrow(NotFound::new);
        if (attempt.phase() == Phase.OPEN) flash.bad("attempt.staff.still-open");
        else if (readings.read(author, attempt, position, points,
                comment.strip().substring(0, Math.min(LONGEST, comment.strip().length()))))
            flash.ok("attempt.staff.read");
        else
            flash.bad("attempt.staff.nothing-to-read");
        return ExtensionController.back(author, code);
    }
}
