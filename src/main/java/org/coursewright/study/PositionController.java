package org.coursewright.study;

import org.coursewright.identity.Browser;
import org.coursewright.identity.Student;
import org.coursewright.platform.NotFound;
import org.coursewright.platform.Slug;
import org.coursewright.school.OnSchool;
import org.coursewright.school.School;
import org.coursewright.video.Elsewhere;
import org.coursewright.video.Seats;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Hears from the player every 15 seconds, on pause, and when its page is left. Hearing that it plays keeps its browser's
/// seat, where a school counts them.
@Controller
@OnSchool
class PositionController {

    private final LessonStates states;
    private final Positions positions;
    private final Seats seats;

    PositionController(LessonStates states, Positions positions, Seats seats) {
        this.states = states;
        this.positions = positions;
        this.seats = seats;
    }

    /// @param still whether the player stands still or its page is left
    /// @return 409 where the seat is another browser's by now; what was told is kept all the same
    @PostMapping("/learn/{course}/{lesson}/position")
    ResponseEntity<?> create(
            School school,
            Student student,
            Browser browser,
            @PathVariable Slug course,
            @PathVariable Slug lesson,
            @RequestParam double position,
            @RequestParam(defaultValue = "") String watched,
            @RequestParam(defaultValue = "") String ended,
            @RequestParam(defaultValue = "0") double age,
            @RequestParam(defaultValue = "false") boolean still) {
        var said = Position.of(position, watched, ended.equals("1"), age);
        if (said.isEmpty()) return ResponseEntity.unprocessableContent().build();
        var state = states.find(school, student, course, lesson)
                .filter(LessonState::open)
                .orElseThrow(NotFound::new);
        positions.save(school, student, state, said.get());
        if (still) seats.leave(school, student, browser);
        if (still || age > 0) return ResponseEntity.noContent().build();
        return Elsewhere.answer(seats.take(school, student, browser));
    }
}
