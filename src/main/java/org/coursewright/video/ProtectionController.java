package org.coursewright.video;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.net.URI;
import java.util.List;
import org.coursewright.identity.Author;
import org.coursewright.platform.Flash;
import org.coursewright.platform.Screen;
import org.coursewright.platform.Settings;
import org.coursewright.school.OnPlatform;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What a school does against copying of its videos.
@Controller
@OnPlatform
class ProtectionController {

    private static final List<Integer> LIMITS = List.of(1, 2, 3, 4, 5, 10);

    private final VideoProtection protection;
    private final Settings settings;
    private final Templates templates;

    ProtectionController(VideoProtection protection, Settings settings, Templates templates) {
        this.protection = protection;
        this.settings = settings;
        this.templates = templates;
    }

    @GetMapping("/studio/{school}/protection")
    JteModel show(Author author, Screen screen) {
        var school = author.school();
        return templates.videoProtection(screen, school, author.account().email().value(),
                settings.schoolUrl(school.slug().value(), "/"), protection.of(school), LIMITS);
    }

    @PostMapping("/studio/{school}/protection")
    ResponseEntity<Void> update(Author author, Flash flash, @RequestParam(defaultValue = "false") boolean encrypted,
            @RequestParam(defaultValue = "false") boolean watermark, @RequestParam(defaultValue = "0") int streams) {
        if (streams != 0 && !LIMITS.contains(streams)) return ResponseEntity.unprocessableContent().build();
        protection.change(author, new VideoOptions(encrypted, watermark, streams));
        flash.ok("video.protection.saved");
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/studio/" + author.school().slug() + "/protection")).build();
    }
}
