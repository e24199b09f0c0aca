package org.coursewright.video;

import java.io.IOException;
import java.net.URI;
import org.coursewright.identity.Author;
import org.coursewright.platform.Flash;
import org.coursewright.platform.NotFound;
import org.coursewright.school.OnPlatform;
import org.coursewright.storage.Uploads;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A new lesson from an uploaded video.
@Controller
@OnPlatform
class VideoLessonController {

    private static final int LONGEST_TITLE = 200;

    private final Uploads uploads;
    private final NewLessons lessons;
    private final EditWords words;

    VideoLessonController(Uploads uploads, NewLessons lessons, EditWords words) {
        this.uploads = uploads;
        this.lessons = lessons;
        this.words = words;
    }

    /// @param place as `REVISION-FOLDER`, what the author chose and the state in which they saw it
    @PostMapping("/studio/{school}/videos/lessons")
    ResponseEntity<Void> create(Author author, Flash flash, @RequestParam String upload, @RequestParam String place,
            @RequestParam(defaultValue = "") String title) throws IOException {
        var school = author.school();
        var received = uploads.received(school, upload)
                .filter(file -> VideoInspection.isVideo(file.name()))
                .orElseThrow(NotFound::new);
        var again = URI.create("/studio/" + school.slug() + "/videos/replacements/new?upload=" + received.code());
        if (title.isBlank() || title.length() > LONGEST_TITLE) {
            flash.bad("video.lesson.no-title", LONGEST_TITLE);
            return ResponseEntity.status(HttpStatus.SEE_OTHER).location(again).build();
        }
        if (!place.matches("(?s)\\d{1,18}-.{0,1000}")) throw new NotFound();
        int hyphen = place.indexOf('-');
        var chosen = new LessonPlace(Long.parseLong(place.substring(0, hyphen)), place.substring(hyphen + 1), "");
        var answer = lessons.make(school, received, chosen, title.strip(), author.account().email().value());
        if (answer.isEmpty()) flash.bad("video.lesson.stale");
        var made = answer.isPresent()
                && words.said(school, answer.get(), flash, "video.lesson.live", "video.lesson.held");
        return made
                ? ImportController.videos(author)
                : ResponseEntity.status(HttpStatus.SEE_OTHER).location(again).build();
    }
}
