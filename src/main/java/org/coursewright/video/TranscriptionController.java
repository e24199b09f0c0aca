package org.coursewright.video;

import java.net.URI;
import org.coursewright.identity.Author;
import org.coursewright.platform.Flash;
import org.coursewright.platform.Hash;
import org.coursewright.school.OnPlatform;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Captions that a recogniser writes when an author asks for them.
@Controller
@OnPlatform
class TranscriptionController {

    private final Transcriptions transcriptions;

    TranscriptionController(Transcriptions transcriptions) {
        this.transcriptions = transcriptions;
    }

    @PostMapping("/studio/{school}/videos/{video}/transcriptions")
    ResponseEntity<Void> create(Author author, Flash flash, @PathVariable Hash video,
            @RequestParam(defaultValue = "") String language) {
        if (!CaptionTrack.isLanguage(language)) flash.bad("video.caption.language");
        else if (!transcriptions.possible()) flash.bad("video.transcription.nobody");
        else if (!transcriptions.ask(author.school(), video, language)) flash.bad("video.transcription.not-yet");
        return back(author, video);
    }

    @DeleteMapping("/studio/{school}/videos/{video}/transcriptions/{language}")
    ResponseEntity<Void> destroy(Author author, Flash flash, @PathVariable Hash video, @PathVariable String language) {
        transcriptions.remove(author.school(), video, language);
        flash.ok("video.transcription.removed");
        return back(author, video);
    }

    private static ResponseEntity<Void> back(Author author, Hash video) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/studio/" + author.school().slug() + "/videos/" + video + "#captions")).build();
    }
}
