package org.coursewright.video;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.io.IOException;
import java.net.URI;
import org.coursewright.content.PushAnswer;
import org.coursewright.content.Revisions;
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

/// What an uploaded video replaces.
@Controller
@OnPlatform
class ReplacementController {

    private final Uploads uploads;
    private final Replacements replacements;
    private final Revisions revisions;
    private final Settings settings;
    private final Templates templates;

    ReplacementController(
            Uploads uploads,
            Replacements replacements,
            Revisions revisions,
            Settings settings,
            Templates templates) {
        this.uploads = uploads;
        this.replacements = replacements;
        this.revisions = revisions;
        this.settings = settings;
        this.templates = templates;
    }

    @GetMapping("/studio/{school}/videos/replacements/new")
    JteModel fresh(Author author, Screen screen, @RequestParam(defaultValue = "") String upload) {
        var school = author.school();
        return templates.videoReplacement(screen, school, author.account().email().value(),
                settings.schoolUrl(school.slug().value(), "/"), received(school, upload),
                replacements.places(school));
    }

    /// @param place as `REVISION-CONTENT`, what the author chose and the state in which they saw it
    @PostMapping("/studio/{school}/videos/replacements")
    ResponseEntity<Void> create(Author author, Flash flash, @RequestParam String upload, @RequestParam String place)
            throws IOException {
        var school = author.school();
        var received = received(school, upload);
        if (!place.matches("\\d{1,18}-\\d{1,18}")) throw new NotFound();
        var words = place.split("-");
        var answer = replacements.replace(school, received, Long.parseLong(words[0]), Long.parseLong(words[1]),
                author.account().email().value()).orElseThrow(NotFound::new);
        return to(author, said(school, answer, flash) ? "" : "/replacements/new?upload=" + received.code());
    }

    private Received received(School school, String upload) {
        return uploads.received(school, upload)
                .filter(received -> VideoInspection.isVideo(received.name()))
                .orElseThrow(NotFound::new);
    }

    /// @return whether the new video is in its place
    private boolean said(School school, PushAnswer answer, Flash flash) {
        switch (answer) {
            case PushAnswer.Committed committed -> {
                if (revisions.get(school, committed.revisionId()).live()) flash.ok("video.replace.live");
                else
                    flash.ok("video.replace.held", committed.number());
                return true;
            }
            case PushAnswer.Stale stale -> flash.bad("video.replace.stale", stale.files().stream().findFirst()
                    .map(PushAnswer.NewerFile::author).orElse("?"));
            case PushAnswer.Faulty faulty -> flash.bad("video.replace.faulty", faulty.findings().getFirst());
            case PushAnswer.Refused refused -> flash.bad("video.replace.faulty", refused.reason());
            case PushAnswer.Wanted _,PushAnswer.Removing _ -> flash.bad("video.replace.gone");
        }
        return false;
    }

    private static ResponseEntity<Void> to(Author author, String page) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/studio/" + author.school().slug() + "/videos" + page))
                .build();
    }
}
