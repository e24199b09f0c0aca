package org.coursewright.content;

import org.coursewright.identity.Author;
import org.coursewright.platform.Flash;
import org.coursewright.school.OnPlatform;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Makes a preview for 14 days.
@Controller
@OnPlatform
class StudioPreviewController {

    private final Previews previews;
    private final Revisions revisions;

    StudioPreviewController(Previews previews, Revisions revisions) {
        this.previews = previews;
        this.revisions = revisions;
    }

    @PostMapping("/studio/{school}/previews")
    ResponseEntity<Void> create(Author author, Flash flash, @RequestParam long revision) {
        var school = author.school();
        var chosen = revisions.get(school, revision);
        previews.create(school, chosen.id(), author.account().email().value());
        flash.ok("content.shared", chosen.number());
        return StudioRedirect.to(author, "/revisions");
    }
}
