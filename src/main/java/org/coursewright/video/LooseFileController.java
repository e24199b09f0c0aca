package org.coursewright.video;

import java.io.IOException;
import org.coursewright.identity.Author;
import org.coursewright.platform.Flash;
import org.coursewright.school.OnPlatform;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// A video that came and is in no lesson.
@Controller
@OnPlatform
class LooseFileController {

    private final LooseFiles files;

    LooseFileController(LooseFiles files) {
        this.files = files;
    }

    @DeleteMapping("/studio/{school}/videos/uploads/{upload}")
    ResponseEntity<Void> destroy(Author author, Flash flash, @PathVariable String upload) throws IOException {
        files.remove(author.school(), upload);
        flash.ok("video.loose.removed");
        return ImportController.videos(author);
    }
}
