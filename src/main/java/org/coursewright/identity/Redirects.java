package org.coursewright.identity;

import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// "See other": the answer to a form that did its work.
final class Redirects {

    private Redirects() {}

    static ResponseEntity<Void> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .cacheControl(CacheControl.noStore())
                .build();
    }
}
