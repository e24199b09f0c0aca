package org.coursewright.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.coursewright.platform.Hash;
import org.coursewright.platform.NotFound;
import org.coursewright.school.OnSchool;
import org.coursewright.school.School;
import org.coursewright.storage.Blobs;
import org.coursewright.storage.MediaTypes;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Files of lessons for those who may learn them: the token names the student and the version of the lesson, and only
/// files of that version are given.
@Controller
@OnSchool
class LessonFileController {

    private static final Duration KEPT = Duration.ofHours(4);

    private final FileTokens tokens;
    private final CourseParts parts;
    private final Blobs blobs;

    LessonFileController(FileTokens tokens, CourseParts parts, Blobs blobs) {
        this.tokens = tokens;
        this.parts = parts;
        this.blobs = blobs;
    }

    @GetMapping("/files/{token:[0-9.]+[A-Za-z0-9_-]+}/{hash}/{name}")
    ResponseEntity<Resource> show(
            School school, @PathVariable String token, @PathVariable Hash hash, @PathVariable String name)
            throws IOException {
        long version = tokens.lessonVersion(school, token).orElseThrow(NotFound::new);
        var named = parts.text(school, version).allFiles().get(hash);
        if (named == null) throw new NotFound();
        var object = blobs.open(school, hash).orElseThrow(NotFound::new);
        var file = object.file();
        var resource = file.isPresent() ? new FileSystemResource(file.get()) : new InputStreamResource(object.open());
        var type = MediaType.parseMediaType(MediaTypes.of(named));
        var shown = type.getType().equals("image") || type.equals(MediaType.APPLICATION_PDF);
        var disposition = shown ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(KEPT).cachePrivate())
                .eTag(hash.hex().substring(0, 32))
                .header("Content-Disposition", disposition.filename(named, StandardCharsets.UTF_8).build().toString())
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .body(resource);
    }
}
