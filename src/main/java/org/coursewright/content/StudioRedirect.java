package org.coursewright.content;

import java.net.URI;
import org.coursewright.identity.Author;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// 303 to a page of the studio: what a form did is done once.
final class StudioRedirect {

    private StudioRedirect() {}

    static ResponseEntity<Void> to(Author author, String page) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/studio/" + author.school().slug() + page))
                .build();
    }
}
