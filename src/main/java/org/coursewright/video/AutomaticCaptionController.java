package org.coursewright.video;

import java.net.URI;
import org.coursewright.identity.Author;
import org.coursewright.platform.Flash;
import org.coursewright.school.OnPlatform;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Whether new videos of a school get captions from a recogniser without being asked.
@Controller
@OnPlatform
class AutomaticCaptionController {

    private final Transcriptions transcriptions;

    AutomaticCaptionController(Transcriptions transcriptions) {
        this.transcriptions = transcriptions;
    }

    @PostMapping("/studio/{school}/videos/automatic-captions")
    ResponseEntity<Void> update(Author author, Flash flash, @RequestParam(defaultValue = "false") boolean wanted) {
        transcriptions.byItself(author.school(), wanted);
        flash.ok(wanted ? "video.transcription.on" : "video.transcription.off");
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/studio/" + author.school().slug() + "/videos")).build();
    }
}
