package org.coursewright.study;

import org.coursewright.identity.Browser;
import org.coursewright.identity.Student;
import org.coursewright.platform.NotFound;
import org.coursewright.platform.Slug;
import org.coursewright.school.OnSchool;
import org.coursewright.school.School;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// What a player asks for while its page is open: addresses for some hours more, and where the student is by now.
@Controller
@OnSchool
class PlaybackController {

    private final LessonStates states;
    private final LessonPages pages;

    PlaybackController(LessonStates states, LessonPages pages) {
        this.states = states;
        this.pages = pages;
    }

    /// @param position seconds into the video, perhaps told by another device
    record Answer(String manifest, double position) {}

    @GetMapping("/learn/{course}/{lesson}/playback")
    ResponseEntity<Answer> show(School school, Student student, Browser browser, @PathVariable Slug course,
            @PathVariable Slug lesson) {
        var state = states.find(school, student, course, lesson)
                .filter(LessonState::open)
                .orElseThrow(NotFound::new);
        var playback = pages.playback(school, student, browser, state).orElseThrow(NotFound::new);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .body(new Answer(playback.manifest(), state.position()));
    }
}
