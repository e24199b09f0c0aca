package org.coursewright.attempt;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.coursewright.identity.Student;
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

/// Pictures and files of the questions of an attempt; those of explanations once the key was shown.
@Controller
@OnSchool
class AttemptFileController {

    private final OwnAttempts attempts;
    private final Papers papers;
    private final Explained explained;
    private final Blobs blobs;

    AttemptFileController(OwnAttempts attempts, Papers papers, Explained explained, Blobs blobs) {
        this.attempts = attempts;
        this.papers = papers;
        this.explained = explained;
        this.blobs = blobs;
    }

    @GetMapping("/attempts/{code:[A-Za-z0-9_-]{16}}/files/{hash}/{name}")
    ObjectResponse show(
            School school, Student student, @PathVariable String code, @PathVariable Hash hash,
            @PathVariable String name, HttpServletResponse response)
            throws IOException {
        var attempt = attempts.find(school, student, code).orElseThrow(NotFound::new);
        var named = Optional.ofNullable(papers.get(school, attempt.formId()).files().get(hash))
                .or(() -> explained.file(school, attempt, hash))
                .orElseThrow(NotFound::new);
        var object = blobs.open(school, hash).orElseThrow(NotFound::new);
        return PersonalFile.of(object, hash, named, response);
    }
}
