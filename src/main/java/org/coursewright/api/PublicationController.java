package org.coursewright.api;

import java.util.List;
import org.coursewright.content.Publications;
import org.coursewright.content.Revisions;
import org.coursewright.school.OnPlatform;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What is live: another publication is how it changes, forwards and back.
@OnPlatform
@RestController
@RequestMapping("/api/v1/schools/{school}/publications")
class PublicationController {

    private final Publications publications;
    private final Revisions revisions;

    PublicationController(Publications publications, Revisions revisions) {
        this.publications = publications;
        this.revisions = revisions;
    }

    @PostMapping
    ResponseEntity<RevisionAnswer> create(Caller caller, @RequestBody PublicationOrder order) {
        var school = caller.school();
        var number = order.revision();
        if (number == null) {
            var live = publications.rollback(school, order.source(), caller.name());
            return answer(RevisionAnswer.of(live, List.of()));
        }
        var revision = revisions.find(school, order.source(), number)
                .orElseThrow(() -> ApiRefusal.noRevision(number));
        publications.publish(school, revision, caller.name());
        return answer(RevisionAnswer.of(revisions.get(school, revision.id()), List.of()));
    }

    private static ResponseEntity<RevisionAnswer> answer(RevisionAnswer live) {
        return ResponseEntity.status(HttpStatus.CREATED).body(live);
    }

    /// @param revision number of the one to publish; absent = roll back to the one before
    record PublicationOrder(String source, @Nullable Integer revision) {}
}
