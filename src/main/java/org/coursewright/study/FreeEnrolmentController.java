package org.coursewright.study;

import java.net.URI;
import org.coursewright.enrolment.Enrolments;
import org.coursewright.identity.Student;
import org.coursewright.platform.Flash;
import org.coursewright.platform.Slug;
import org.coursewright.school.OnSchool;
import org.coursewright.school.School;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// One click into a free course.
@Controller
@OnSchool
class FreeEnrolmentController {

    private final Enrolments enrolments;

    FreeEnrolmentController(Enrolments enrolments) {
        this.enrolments = enrolments;
    }

    @PostMapping("/learn/{course}/enrolment")
    ResponseEntity<Void> create(School school, Student student, Flash flash, @PathVariable Slug course) {
        if (!enrolments.enrolFree(school, student, course)) flash.bad("study.enrol.not-free");
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/learn/" + course))
                .build();
    }
}
