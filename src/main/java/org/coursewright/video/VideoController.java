package org.coursewright.video;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import org.coursewright.identity.Author;
import org.coursewright.platform.Screen;
import org.coursewright.platform.Settings;
import org.coursewright.school.OnPlatform;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The videos of a school, as its authors see them.
@Controller
@OnPlatform
class VideoController {

    private final Videos videos;
    private final Settings settings;
    private final Templates templates;

    VideoController(Videos videos, Settings settings, Templates templates) {
        this.videos = videos;
        this.settings = settings;
        this.templates = templates;
    }

    @GetMapping("/studio/{school}/videos")
    JteModel index(Author author, Screen screen) {
        var school = author.school();
        return templates.videoVideos(screen, school, author.account().email().value(),
                settings.schoolUrl(school.slug().value(), "/"), videos.all(school));
    }
}
