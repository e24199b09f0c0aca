package org.coursewright.enrolment;

import java.net.URI;
import org.coursewright.identity.Author;
import org.coursewright.platform.Flash;
import org.coursewright.school.OnPlatform;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Ends the access of a student to a course; progress stays.
@Controller
@OnPlatform
class AccessEndController {

    private final Enrolments enrolments;

    AccessEndController(Enrolments enrolments) {
        this.enrolments = enrolments;
    }

    @PostMapping("/studio/{school}/students/{student}/access-end")
    ResponseEntity<Void> create(Author author, Flash flash, @PathVariable long student, @RequestParam long course) {
        enrolments.end(author.school(), student, course, author.account().email().value());
        flash.ok("enrolment.students.ended");
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/studio/" + author.school().slug() + "/students"))
                .build();
    }
}
