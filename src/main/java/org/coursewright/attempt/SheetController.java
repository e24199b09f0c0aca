package org.coursewright.attempt;

import org.coursewright.identity.Student;
import org.coursewright.platform.Hash;
import org.coursewright.platform.NotFound;
import org.coursewright.school.OnSchool;
import org.coursewright.school.School;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;

/// All questions of an attempt at once, for the device to keep: whoever loses the line has them.
@Controller
@OnSchool
class SheetController {

    private final OwnAttempts attempts;
    private final Papers papers;

    SheetController(OwnAttempts attempts, Papers papers) {
        this.attempts = attempts;
        this.papers = papers;
    }

    /// @param section the last section that is wanted; those that are one-way come once they are open
    /// @return 409 for a section that is not open yet
    @GetMapping("/attempts/{code:[A-Za-z0-9_-]{16}}/form")
    ResponseEntity<Sheet> show(
            School school, Student student, WebRequest request, @PathVariable String code,
            @RequestParam(defaultValue = "0") int section) {
        var attempt = attempts.find(school, student, code).orElseThrow(NotFound::new);
        var paper = papers.get(school, attempt.formId());
        int open = open(paper, attempt);
        if (section > open) return ResponseEntity.status(HttpStatus.CONFLICT).build();
        var tag = Hash.of(attempt.formId() + " " + attempt.seed() + " " + open).hex().substring(0, 32);
        if (request.checkNotModified("\"" + tag + "\"")) return ResponseEntity.status(HttpStatus.NOT_MODIFIED).build();
        return ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(Sheet.of(paper, attempt, open));
    }

    /// The last section that may be seen: the one that is open, and those behind it up to the next door.
    private static int open(Paper paper, Attempt attempt) {
        int open = attempt.section();
        while (open < paper.parts().size() - 1 && !paper.part(open).oneWay() && paper.part(open).minutes() == null
                && paper.part(open).pauseMinutes() == null)
            open++;
        return open;
    }
}
