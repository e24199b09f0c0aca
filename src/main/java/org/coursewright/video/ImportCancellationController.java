package org.coursewright.video;

import org.coursewright.identity.Author;
import org.coursewright.school.OnPlatform;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The end of an import that nobody wants any more.
@Controller
@OnPlatform
class ImportCancellationController {

    private final Imports imports;

    ImportCancellationController(Imports imports) {
        this.imports = imports;
    }

    @PostMapping("/studio/{school}/imports/{code}/cancellation")
    ResponseEntity<Void> create(Author author, @PathVariable String code) {
        imports.cancel(author.school(), code);
        return ImportController.videos(author);
    }
}
