package org.coursewright.content;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import org.coursewright.identity.Author;
import org.coursewright.platform.Screen;
import org.coursewright.platform.Settings;
import org.coursewright.school.OnPlatform;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The first page of a school's studio: what is live, and what came last.
@Controller
@OnPlatform
class StudioController {

    private static final int SHOWN = 5;

    private final Revisions revisions;
    private final Versions versions;
    private final Settings settings;
    private final Templates templates;

    StudioController(Revisions revisions, Versions versions, Settings settings, Templates templates) {
        this.revisions = revisions;
        this.versions = versions;
        this.settings = settings;
        this.templates = templates;
    }

    @GetMapping("/studio/{school}")
    JteModel show(Author author, Screen screen) {
        var school = author.school();
        return templates.contentOverview(screen, school, author.account().email().value(),
                settings.schoolUrl(school.slug().value(), "/"), settings.platformUrl(""),
                revisions.latest(school, SHOWN), revisions.live(school), versions.liveKinds(school));
    }
}
