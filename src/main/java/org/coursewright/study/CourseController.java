package org.coursewright.study;

import gg.jte.generated.precompiled.Templates;
import java.net.URI;
import org.coursewright.identity.Student;
import org.coursewright.platform.NotFound;
import org.coursewright.platform.Screen;
import org.coursewright.platform.Slug;
import org.coursewright.school.OnSchool;
import org.coursewright.school.School;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The outline of a course: what is done, what is next, what is locked.
@Controller
@OnSchool
class CourseController {

    private final CourseStates states;
    private final CourseParts parts;
    private final Templates templates;

    CourseController(CourseStates states, CourseParts parts, Templates templates) {
        this.states = states;
        this.parts = parts;
        this.templates = templates;
    }

    @GetMapping("/learn/{course}")
    Object show(Screen screen, School school, Student student, @PathVariable Slug course) {
        var state = states.find(school, student, course).orElseThrow(NotFound::new);
        if (!state.slug().equals(course.value()))
            return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                    .location(URI.create("/learn/" + state.slug()))
                    .build();
        var outline = parts.outline(school, state.courseId(), state.versionId());
        return templates.studyCourse(screen, school, student, CoursePage.of(outline, state));
    }
}
