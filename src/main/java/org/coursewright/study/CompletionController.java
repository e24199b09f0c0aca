package org.coursewright.study;

import java.net.URI;
import org.coursewright.identity.Student;
import org.coursewright.platform.NotFound;
import org.coursewright.platform.Slug;
import org.coursewright.school.OnSchool;
import org.coursewright.school.School;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Marks a lesson as done, and takes that back.
@Controller
@OnSchool
class CompletionController {

    private final LessonStates states;
    private final Completions completions;

    CompletionController(LessonStates states, Completions completions) {
        this.states = states;
        this.completions = completions;
    }

    @PostMapping("/learn/{course}/{lesson}/completion")
    ResponseEntity<Void> create(School school, Student student, @PathVariable Slug course, @PathVariable Slug lesson) {
        var state = open(school, student, course, lesson);
        completions.add(school, student, state);
        return back(state);
    }

    @DeleteMapping("/learn/{course}/{lesson}/completion")
    ResponseEntity<Void> destroy(School school, Student student, @PathVariable Slug course, @PathVariable Slug lesson) {
        var state = open(school, student, course, lesson);
        completions.remove(school, student, state);
        return back(state);
    }

    private LessonState open(School school, Student student, Slug course, Slug lesson) {
        return states.find(school, student, course, lesson)
                .filter(LessonState::open)
                .orElseThrow(NotFound::new);
    }

    private static ResponseEntity<Void> back(LessonState state) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/learn/" + state.courseSlug() + "/" + state.lessonSlug()))
                .build();
    }
}
