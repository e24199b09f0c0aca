package org.coursewright.attempt;

import org.coursewright.identity.Author;
import org.coursewright.platform.Flash;
import org.coursewright.school.OnPlatform;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Takes an attempt out of the count.
@Controller
@OnPlatform
class AnnulmentController {

    private final Rulings rulings;

    AnnulmentController(Rulings rulings) {
        this.rulings = rulings;
    }

    @PostMapping("/studio/{school}/attempts/{code:[A-Za-z0-9_-]{16}}/annulment")
    ResponseEntity<Void> create(
            Author author, Flash flash, @PathVariable String code, @RequestParam(defaultValue = "") String reason) {
        if (reason.isBlank()) flash.bad("attempt.staff.reason-missing");
        else if (rulings.annul(author, code, ExtensionController.shortened(reason))) flash.ok("attempt.staff.annulled");
        else
            flash.bad("attempt.staff.no-change");
        return ExtensionController.back(author, code);
    }
}
