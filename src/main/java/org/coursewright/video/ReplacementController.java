package org.coursewright.video;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.io.IOException;
import java.net.URI;
import org.coursewright.identity.Author;
import org.coursewright.platform.Flash;
import org.coursewright.platform.NotFound;
import org.coursewright.platform.Screen;
import org.coursewright.platform.Settings;
import org.coursewright.school.OnPlatform;
import org.coursewright.school.School;
import org.coursewright.storage.Received;
import org.coursewright.storage.Uploads;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What becomes of an uploaded video: it replaces another one, or is the first of a new lesson.
@Controller
@OnPlatform
class ReplacementController {

    private final Uploads uploads;
    private final Replacements replacements;
    private final NewLessons lessons;
    private final EditWords words;
    private final Settings settings;
    private final Templates templates;

    ReplacementController(
            Uploads uploads,
            Replacements replacements,
            NewLessons lessons,
            EditWords words,
            Settings settings,
            Templates templates) {
        this.uploads = uploads;
        this.replacements = replacements;
        this.lessons = lessons;
        this.words = words;
        this.settings = settings;
        this.templates = templates;
    }

    @GetMapping("/studio/{school}/videos/replacements/new")
    JteModel fresh(Author author, Screen screen, @RequestParam(defaultValue = "") String upload) {
        var school = author.school();
        return templates.videoReplacement(screen, school, author.account().email().value(),
                settings.schoolUrl(school.slug().value(), "/"), received(school, upload),
                replacements.places(school), lessons.places(school));
    }

    /// @param place as `REVISION-CONTENT`, what the author chose and the state in which they saw it
    @PostMapping("/studio/{school}/videos/replacements")
    ResponseEntity<Void> create(Author author, Flash flash, @RequestParam String upload, @RequestParam String place)
            throws IOException {
        var school = author.school();
        var received = received(school, upload);
        if (!place.matches("\\d{1,18}-\\d{1,18}")) throw new NotFound();
        var parts = place.split("-");
        var answer = replacements.replace(school, received, Long.parseLong(parts[0]), Long.parseLong(parts[1]),
                author.account().email().value()).orElseThrow(NotFound::new);
        return to(author,
                words.said(school, answer, flash, "video.replace.live", "video.replace.held")
                        ? ""
                        : "/replacements/new?upload=" + received.code());
    }

    private Received received(School school, String upload) {
        return uploads.received(school, upload)
                .filter(received -> VideoInspection.isVideo(received.name()))
                .orElseThrow(NotFound::new);
    }

    private static ResponseEntity<Void> to(Author author, String page) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/studio/" + author.school().slug() + "/videos" + page))
                .build();
    }
}
