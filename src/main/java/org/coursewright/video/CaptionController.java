package org.coursewright.video;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.stream.Collectors;
import org.coursewright.content.PushAnswer;
import org.coursewright.content.Revisions;
import org.coursewright.identity.Author;
import org.coursewright.platform.Flash;
import org.coursewright.platform.Hash;
import org.coursewright.platform.NotFound;
import org.coursewright.platform.Screen;
import org.coursewright.platform.Settings;
import org.coursewright.school.OnPlatform;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The captions of a video: a file from elsewhere, or words and times mended beside the player.
@Controller
@OnPlatform
class CaptionController {

    private static final int MOST_FLAWS = 5;

    private final Videos videos;
    private final VideoPages pages;
    private final CaptionEdits edits;
    private final Revisions revisions;
    private final Settings settings;
    private final Templates templates;

    CaptionController(Videos videos, VideoPages pages, CaptionEdits edits, Revisions revisions, Settings settings,
            Templates templates) {
        this.videos = videos;
        this.pages = pages;
        this.edits = edits;
        this.revisions = revisions;
        this.settings = settings;
        this.templates = templates;
    }

    /// Takes a file, or leads to an empty sheet.
    @PostMapping("/studio/{school}/videos/{video}/captions")
    Object create(Author author, Screen screen, Flash flash, HttpServletResponse response, @PathVariable Hash video,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
        if (!CaptionTrack.isLanguage(language)) {
            flash.bad("video.caption.language");
            return to(address(author, video) + "#captions");
        }
        if (file == null || file.isEmpty()) return to(address(author, video) + "/captions/" + language);
        var sheet = sheet(author, video, language);
        var text = new String(file.getBytes(), UTF_8);
        return keep(author, screen, flash, response, video, sheet.with(text), CaptionText.read(file.getBytes()));
    }

    @GetMapping("/studio/{school}/videos/{video}/captions/{language}")
    JteModel edit(Author author, Screen screen, @PathVariable Hash video, @PathVariable String language)
            throws IOException {
        return form(author, screen, video, sheet(author, video, language), "");
    }

    @PostMapping("/studio/{school}/videos/{video}/captions/{language}")
    Object update(Author author, Screen screen, Flash flash, HttpServletResponse response, @PathVariable Hash video,
            @PathVariable String language, @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String bases) throws IOException {
        var sheet = sheet(author, video, language).basedOn(bases).with(text);
        return keep(author, screen, flash, response, video, sheet, CaptionText.read(text));
    }

    private CaptionSheet sheet(Author author, Hash video, String language) {
        if (!CaptionTrack.isLanguage(language) || videos.find(author.school(), video).isEmpty()) throw new NotFound();
        return edits.sheet(author.school(), video, language);
    }

    /// What cannot be kept is shown again, with the reason.
    private Object keep(Author author, Screen screen, Flash flash, HttpServletResponse response, Hash video,
            CaptionSheet sheet, CaptionText read) throws IOException {
        if (!read.flaws().isEmpty()) return refused(author, screen, response, video, sheet, flaws(screen, read));
        var answers = edits.keep(author.school(), video, sheet.language(), read.cues(), sheet.bases(),
                author.account().email().value());
        if (answers.isEmpty())
            return refused(author, screen, response, video, sheet, screen.get("video.caption.no-lesson"));
        if (!(answers.getLast() instanceof PushAnswer.Committed committed))
            return refused(author, screen, response, video, sheet, reason(screen, answers.getLast()));
        if (revisions.get(author.school(), committed.revisionId()).live()) flash.ok("video.caption.live");
        else
            flash.ok("video.caption.held", committed.number());
        return to(address(author, video) + "#captions");
    }

    private static String reason(Screen screen, PushAnswer answer) {
        return switch (answer) {
            case PushAnswer.Stale stale -> screen.get("video.caption.stale",
                    stale.files().stream().findFirst().map(PushAnswer.NewerFile::author).orElse("?"));
            case PushAnswer.Faulty faulty -> String.valueOf(faulty.findings().getFirst());
            case PushAnswer.Refused refused -> refused.reason();
            case PushAnswer.Wanted _,PushAnswer.Removing _,PushAnswer.Committed _ ->
                screen.get("video.caption.again");
        };
    }

    private static String flaws(Screen screen, CaptionText read) {
        return read.flaws().stream().limit(MOST_FLAWS)
                .map(flaw -> screen.get("video.caption.at-line", flaw.line(), screen.get(flaw.key())))
                .collect(Collectors.joining(" "));
    }

    private JteModel refused(Author author, Screen screen, HttpServletResponse response, Hash video,
            CaptionSheet sheet, String reason) throws IOException {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return form(author, screen, video, sheet, reason);
    }

    private JteModel form(Author author, Screen screen, Hash video, CaptionSheet sheet, String reason)
            throws IOException {
        var school = author.school();
        return templates.videoCaptions(screen, school, author.account().email().value(),
                settings.schoolUrl(school.slug().value(), "/"), pages.find(school, video).orElseThrow(NotFound::new),
                sheet, reason);
    }

    private static String address(Author author, Hash video) {
        return "/studio/" + author.school().slug() + "/videos/" + video;
    }

    private static ResponseEntity<Void> to(String page) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(page)).build();
    }
}
