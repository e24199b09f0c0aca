package org.coursewright.study;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.coursewright.platform.Hash;
import org.coursewright.platform.NotFound;
import org.coursewright.school.OnSchool;
import org.coursewright.school.School;
import org.coursewright.storage.Blobs;
import org.coursewright.storage.ObjectResponse;
import org.coursewright.storage.PersonalFile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Files of lessons for those who may learn them: the token names the student and the version of the lesson, and only
/// files of that version are given.
@Controller
@OnSchool
class LessonFileController {

    private final FileTokens tokens;
    private final CourseParts parts;
    private final Blobs blobs;

    LessonFileController(FileTokens tokens, CourseParts parts, Blobs blobs) {
        this.tokens = tokens;
        this.parts = parts;
        this.blobs = blobs;
    }

    @GetMapping("/files/{token:[0-9.]+[A-Za-z0-9_-]+}/{hash}/{name}")
    ObjectResponse show(
            School school, @PathVariable String token, @PathVariable Hash hash, @PathVariable String name,
            HttpServletResponse response)
            throws IOException {
        long version = tokens.lessonVersion(school, token).orElseThrow(NotFound::new);
        var named = parts.text(school, version).allFiles().get(hash);
        if (named == null) throw new NotFound();
        var object = blobs.open(school, hash).orElseThrow(NotFound::new);
        return PersonalFile.of(object, hash, named, response);
    }
}
