package org.coursewright.attempt;

import java.net.URI;
import org.coursewright.identity.Author;
import org.coursewright.platform.Flash;
import org.coursewright.school.OnPlatform;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// More time for somebody who sits an exam now, or less.
@Controller
@OnPlatform
class ExtensionController {

    private static final int MOST = 24 * 60;
    private static final int LONGEST = 300;

    private final Rulings rulings;

    ExtensionController(Rulings rulings) {
        this.rulings = rulings;
    }

    @PostMapping("/studio/{school}/attempts/{code:[A-Za-z0-9_-]{16}}/extension")
    ResponseEntity<Void> create(
            Author author, Flash flash, @PathVariable String code, @RequestParam(defaultValue = "0") int minutes,
            @RequestParam(defaultValue = "") String reason) {
        if (minutes == 0 || Math.abs(minutes) > MOST) flash.bad("attempt.staff.minutes-wrong");
        else if (rulings.extend(author, code, minutes, shortened(reason))) flash.ok("attempt.staff.extended", minutes);
        else
            flash.bad("attempt.staff.not-open");
        return back(author, code);
    }

    static String shortened(String reason) {
        var plain = reason.strip();
        return plain.substring(0, Math.min(LONGEST, plain.length()));
    }

    static ResponseEntity<Void> back(Author author, String code) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/studio/" + author.school().slug() + "/attempts/" + code))
                .build();
    }
}
