package org.coursewright.study;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.coursewright.platform.Hash;
import org.coursewright.platform.NotFound;
import org.coursewright.school.OnSchool;
import org.coursewright.school.School;
import org.coursewright.storage.Blobs;
import org.coursewright.storage.MediaTypes;
import org.coursewright.storage.ObjectResponse;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Files of lessons for those who may learn them: the token names the student and the version of the lesson, and only
/// files of that version are given.
@Controller
@OnSchool
class LessonFileController {

    private static final String KEPT = "private, max-age=14400";

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
        var type = MediaType.parseMediaType(MediaTypes.of(named));
        var shown = type.getType().equals("image") || type.equals(MediaType.APPLICATION_PDF);
        var disposition = shown ? ContentDisposition.inline() : ContentDisposition.attachment();
        response.setHeader(
                "Content-Disposition", disposition.filename(named, StandardCharsets.UTF_8).build().toString());
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        return new ObjectResponse(object, type.toString(), hash.hex().substring(0, 32), KEPT);
    }
}
