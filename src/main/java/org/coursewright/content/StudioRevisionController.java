package org.coursewright.content;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import org.coursewright.identity.Author;
import org.coursewright.platform.Screen;
import org.coursewright.platform.Settings;
import org.coursewright.school.OnPlatform;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The revisions of a school, as its authors see them.
@Controller
@OnPlatform
class StudioRevisionController {

    private static final int SHOWN = 200;

    private final Revisions revisions;
    private final Previews previews;
    private final Settings settings;
    private final Templates templates;

    StudioRevisionController(Revisions revisions, Previews previews, Settings settings, Templates templates) {
        this.revisions = revisions;
        this.previews = previews;
        this.settings = settings;
        this.templates = templates;
    }

    @GetMapping("/studio/{school}/revisions")
    JteModel index(Author author, Screen screen) {
        var school = author.school();
        return templates.contentRevisions(screen, school, author.account().email().value(),
                settings.schoolUrl(school.slug().value(), "/"),
                RevisionRow.of(
                        revisions.latest(school, SHOWN), previews.all(school), one -> previews.url(school, one)));
    }
}
