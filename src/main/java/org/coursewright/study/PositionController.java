package org.coursewright.study;

import org.coursewright.identity.Student;
import org.coursewright.platform.NotFound;
import org.coursewright.platform.Slug;
import org.coursewright.school.OnSchool;
import org.coursewright.school.School;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Hears from the player every 15 seconds, on pause, and when its page is left.
@Controller
@OnSchool
class PositionController {

    private final LessonStates states;
    private final Positions positions;

    PositionController(LessonStates states, Positions positions) {
        this.states = states;
        this.positions = positions;
    }

    @PostMapping("/learn/{course}/{lesson}/position")
    ResponseEntity<Void> create(
            School school,
            Student student,
            @PathVariable Slug course,
            @PathVariable Slug lesson,
            @RequestParam double position,
            @RequestParam(defaultValue = "") String watched,
            @RequestParam(defaultValue = "") String ended,
            @RequestParam(defaultValue = "0") double age) {
        var said = Position.of(position, watched, ended.equals("1"), age);
        if (said.isEmpty()) return ResponseEntity.unprocessableContent().build();
        var state = states.find(school, student, course, lesson)
                .filter(LessonState::open)
                .orElseThrow(NotFound::new);
        positions.save(school, student, state, said.get());
        return ResponseEntity.noContent().build();
    }
}
