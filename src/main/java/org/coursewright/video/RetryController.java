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

/// Another start for a video that failed.
@Controller
@OnPlatform
class RetryController {

    private final Videos videos;

    RetryController(Videos videos) {
        this.videos = videos;
    }

    @PostMapping("/studio/{school}/videos/{video}/retry")
    ResponseEntity<Void> create(Author author, @PathVariable Hash video) {
        videos.retry(author.school(), video);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/studio/" + author.school().slug() + "/videos"))
                .build();
    }
}
