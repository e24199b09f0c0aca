package org.coursewright.content;

import org.coursewright.identity.Author;
import org.coursewright.platform.Flash;
import org.coursewright.school.OnPlatform;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Ends a preview.
@Controller
@OnPlatform
class StudioRevocationController {

    private final Previews previews;

    StudioRevocationController(Previews previews) {
        this.previews = previews;
    }

    @PostMapping("/studio/{school}/previews/{code}/revocation")
    ResponseEntity<Void> create(Author author, Flash flash, @PathVariable String code) {
        previews.revoke(author.school(), code);
        flash.ok("content.revoked");
        return StudioRedirect.to(author, "/revisions");
    }
}
