package org.coursewright.attempt;

import java.net.URI;
import org.coursewright.identity.Student;
import org.coursewright.platform.NotFound;
import org.coursewright.platform.Slug;
import org.coursewright.school.OnSchool;
import org.coursewright.school.School;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Begins the quiz of a lesson, or goes on with it.
@Controller
@OnSchool
class QuizAttemptController {

    private final Quizzes quizzes;

    QuizAttemptController(Quizzes quizzes) {
        this.quizzes = quizzes;
    }

    @PostMapping("/learn/{course}/{lesson}/attempts")
    ResponseEntity<Void> create(School school, Student student, @PathVariable Slug course, @PathVariable Slug lesson) {
        var code = quizzes.begin(school, student, course, lesson).orElseThrow(NotFound::new);
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/attempts/" + code)).build();
    }
}
