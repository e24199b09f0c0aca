package org.coursewright.video;

import org.coursewright.identity.Browser;
import org.coursewright.identity.Student;
import org.coursewright.school.OnSchool;
import org.coursewright.school.School;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Asked by a player that was refused, or that goes on after it stood still: whether there is a seat for its browser.
@Controller
@OnSchool
class SeatController {

    private final Seats seats;

    SeatController(Seats seats) {
        this.seats = seats;
    }

    /// @param instead whether another browser of the student has to stop for this one
    @PostMapping("/media/seat")
    ResponseEntity<?> create(School school, Student student, Browser browser,
            @RequestParam(defaultValue = "false") boolean instead) {
        if (!instead) return Elsewhere.answer(seats.take(school, student, browser));
        seats.takeOver(school, student, browser);
        return ResponseEntity.noContent().build();
    }
}
