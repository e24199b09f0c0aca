package org.coursewright.exam;

import java.net.URI;
import org.coursewright.identity.Author;
import org.coursewright.platform.Flash;
import org.coursewright.school.OnPlatform;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Ends the additional time of a student; what has begun keeps it.
@Controller
@OnPlatform
class AccommodationEndController {

    private final Accommodations accommodations;

    AccommodationEndController(Accommodations accommodations) {
        this.accommodations = accommodations;
    }

    @PostMapping("/studio/{school}/accommodations/{student}/end")
    ResponseEntity<Void> create(Author author, Flash flash, @PathVariable long student) {
        accommodations.end(author, student);
        flash.ok("exam.accommodation.ended");
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/studio/" + author.school().slug() + "/accommodations"))
                .build();
    }
}
