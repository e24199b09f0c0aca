package org.coursewright.video;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.io.IOException;
import org.coursewright.identity.Author;
import org.coursewright.platform.Hash;
import org.coursewright.platform.NotFound;
import org.coursewright.platform.Screen;
import org.coursewright.platform.Settings;
import org.coursewright.school.OnPlatform;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The videos of a school, as its authors see them, and each of them with all that was made of it.
@Controller
@OnPlatform
class VideoController {

    private final VideoPages pages;
    private final Settings settings;
    private final Templates templates;

    VideoController(VideoPages pages, Settings settings, Templates templates) {
        this.pages = pages;
        this.settings = settings;
        this.templates = templates;
    }

    @GetMapping("/studio/{school}/videos")
    JteModel index(Author author, Screen screen) {
        var school = author.school();
        return templates.videoVideos(screen, school, author.account().email().value(),
                settings.schoolUrl(school.slug().value(), "/"), pages.all(school));
    }

    @GetMapping("/studio/{school}/videos/{video}")
    JteModel show(Author author, Screen screen, @PathVariable Hash video) throws IOException {
        var school = author.school();
        return templates.videoVideo(screen, school, author.account().email().value(),
                settings.schoolUrl(school.slug().value(), "/"), pages.find(school, video).orElseThrow(NotFound::new));
    }
}
