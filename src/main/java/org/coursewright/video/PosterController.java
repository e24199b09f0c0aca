package org.coursewright.video;

import java.net.URI;
import org.coursewright.identity.Author;
import org.coursewright.platform.Flash;
import org.coursewright.platform.Hash;
import org.coursewright.school.OnPlatform;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The still picture of a video, taken from the moment that its author chose.
@Controller
@OnPlatform
class PosterController {

    private final Posters posters;

    PosterController(Posters posters) {
        this.posters = posters;
    }

    @PostMapping("/studio/{school}/videos/{video}/poster")
    ResponseEntity<Void> create(Author author, Flash flash, @PathVariable Hash video,
            @RequestParam(defaultValue = "") String at) {
        var moment = Moment.of(at);
        if (moment.isPresent() && posters.choose(author.school(), video, moment.get())) flash.ok("video.poster.asked");
        else
            flash.bad("video.poster.no-moment");
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/studio/" + author.school().slug() + "/videos/" + video)).build();
    }
}
