package org.coursewright.content;

import org.coursewright.identity.Author;
import org.coursewright.platform.Flash;
import org.coursewright.school.OnPlatform;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Publishing from the studio.
@Controller
@OnPlatform
class StudioPublicationController {

    private final Publications publications;
    private final Revisions revisions;

    StudioPublicationController(Publications publications, Revisions revisions) {
        this.publications = publications;
        this.revisions = revisions;
    }

    @PostMapping("/studio/{school}/publications")
    ResponseEntity<Void> create(Author author, Flash flash, @RequestParam long revision) {
        var school = author.school();
        var chosen = revisions.get(school, revision);
        publications.publish(school, chosen, author.account().email().value());
        flash.ok("content.published", chosen.number());
        return StudioRedirect.to(author, "/revisions");
    }
}
