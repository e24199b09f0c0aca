package org.coursewright.video;

import org.coursewright.identity.Author;
import org.coursewright.platform.Screen;
import org.coursewright.school.OnPlatform;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// What happens to the videos of a school, as it happens.
@Controller
@OnPlatform
class VideoEventController {

    private final VideoChanges changes;

    VideoEventController(VideoChanges changes) {
        this.changes = changes;
    }

    @GetMapping(path = "/studio/{school}/videos/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter index(Author author, Screen screen,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last) {
        return changes.listen(author.school(), screen.messages(), last != null);
    }
}
