package org.coursewright.api;

import java.util.List;
import org.coursewright.content.Publications;
import org.coursewright.content.Revision;
import org.coursewright.content.Revisions;
import org.coursewright.platform.Settings;
import org.coursewright.school.OnPlatform;
import org.coursewright.school.School;
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
    private final Settings settings;

    PublicationController(Publications publications, Revisions revisions, Settings settings) {
        this.publications = publications;
        this.revisions = revisions;
        this.settings = settings;
    }

    @PostMapping
    ResponseEntity<RevisionAnswer> create(Caller caller, @RequestBody PublicationOrder order) {
        var school = caller.school();
        var number = order.revision();
        if (number == null) {
            var live = publications.rollback(school, order.source(), caller.name());
            return answer(school, live);
        }
        var revision = revisions.find(school, order.source(), number)
                .orElseThrow(() -> ApiRefusal.noRevision(number));
        publications.publish(school, revision, caller.name());
        return answer(school, revisions.get(school, revision.id()));
    }

    private ResponseEntity<RevisionAnswer> answer(School school, Revision live) {
        var address = settings.schoolUrl(school.slug().value(), "/");
        return ResponseEntity.status(HttpStatus.CREATED).body(RevisionAnswer.of(live, address, List.of()));
    }

    /// @param revision number of the one to publish; absent = roll back to the one before
    record PublicationOrder(String source, @Nullable Integer revision) {}
}
