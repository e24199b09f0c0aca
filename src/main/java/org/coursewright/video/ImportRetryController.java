package org.coursewright.video;

import org.coursewright.identity.Author;
import org.coursewright.school.OnPlatform;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Another start for an import that failed.
@Controller
@OnPlatform
class ImportRetryController {

    private final Imports imports;

    ImportRetryController(Imports imports) {
        this.imports = imports;
    }

    @PostMapping("/studio/{school}/imports/{code}/retry")
    ResponseEntity<Void> create(Author author, @PathVariable String code) {
        imports.retry(author.school(), code);
        return ImportController.videos(author);
    }
}
