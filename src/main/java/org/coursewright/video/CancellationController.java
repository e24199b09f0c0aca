package org.coursewright.video;

import java.net.URI;
import org.coursewright.identity.Author;
import org.coursewright.platform.Hash;
import org.coursewright.school.OnPlatform;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The end of an encode that nobody wants any more.
@Controller
@OnPlatform
class CancellationController {

    private final Videos videos;

    CancellationController(Videos videos) {
        this.videos = videos;
    }

    @PostMapping("/studio/{school}/videos/{video}/cancellation")
    ResponseEntity<Void> create(Author author, @PathVariable Hash video) {
        videos.cancel(author.school(), video);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/studio/" + author.school().slug() + "/videos"))
                .build();
    }
}
