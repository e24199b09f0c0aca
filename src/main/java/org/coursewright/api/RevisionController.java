package org.coursewright.api;

import java.util.List;
import org.coursewright.content.Readiness;
import org.coursewright.content.Revisions;
import org.coursewright.content.Versions;
import org.coursewright.platform.Settings;
import org.coursewright.school.OnPlatform;
import org.coursewright.school.School;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The states of the sources of a school. A revision is known by its number within its source.
@OnPlatform
@RestController
@RequestMapping("/api/v1/schools/{school}/revisions")
class RevisionController {

    private final Revisions revisions;
    private final Versions versions;
    private final List<Readiness> preparations;
    private final Settings settings;

    RevisionController(Revisions revisions, Versions versions, List<Readiness> preparations, Settings settings) {
        this.revisions = revisions;
        this.versions = versions;
        this.preparations = preparations;
        this.settings = settings;
    }

    @GetMapping
    List<RevisionAnswer> index(Caller caller, @RequestParam(defaultValue = "50") int limit) {
        return revisions.latest(caller.school(), Math.clamp(limit, 1, 500)).stream()
                .map(revision -> RevisionAnswer.of(revision, address(caller), List.of()))
                .toList();
    }

    /// @param number of the revision, or 0 for the newest one
    @GetMapping("/{number}")
    RevisionAnswer show(Caller caller, @PathVariable int number, @RequestParam(defaultValue = "") String source) {
        var revision = (number == 0
                ? revisions.head(caller.school(), source)
                : revisions.find(caller.school(), source, number)).orElseThrow(() -> ApiRefusal.noRevision(number));
        return RevisionAnswer.of(revision, address(caller), parts(caller.school(), revision.id()));
    }

    private String address(Caller caller) {
        return settings.schoolUrl(caller.school().slug().value(), "/");
    }

    private List<Readiness.Part> parts(School school, long revisionId) {
        var content = versions.of(school, revisionId);
        return preparations.stream().flatMap(one -> one.of(school, content).stream()).toList();
    }
}
