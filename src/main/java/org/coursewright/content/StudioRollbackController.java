package org.coursewright.content;

import org.coursewright.identity.Author;
import org.coursewright.platform.Flash;
import org.coursewright.school.OnPlatform;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Going back from the studio.
@Controller
@OnPlatform
class StudioRollbackController {

    private final Publications publications;

    StudioRollbackController(Publications publications) {
        this.publications = publications;
    }

    /// @param source the entry to change back, empty = the whole school
    @PostMapping("/studio/{school}/rollbacks")
    ResponseEntity<Void> create(Author author, Flash flash, @RequestParam(defaultValue = "") String source) {
        try {
            var live = publications.rollback(author.school(), source, author.account().email().value());
            flash.ok("content.rolled-back", live.number());
        } catch (NothingToRollBack nothing) {
            flash.bad("content.nothing-to-roll-back");
        }
        return StudioRedirect.to(author, "/revisions");
    }
}
