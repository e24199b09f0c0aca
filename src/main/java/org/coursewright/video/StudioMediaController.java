package org.coursewright.video;

import java.io.IOException;
import org.coursewright.identity.Author;
import org.coursewright.platform.Hash;
import org.coursewright.platform.NotFound;
import org.coursewright.school.OnPlatform;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The videos of a school for those who work there; asked for every byte.
@Controller
@OnPlatform
class StudioMediaController {

    private final Media media;

    StudioMediaController(Media media) {
        this.media = media;
    }

    @GetMapping("/studio/{school}/videos/{video}/media/{file}")
    Object show(Author author, @PathVariable Hash video, @PathVariable String file,
            @RequestParam(defaultValue = "") String captions) throws IOException {
        return media.send(author.school(), video, MediaFile.of(file).orElseThrow(NotFound::new), captions, "private");
    }
}
