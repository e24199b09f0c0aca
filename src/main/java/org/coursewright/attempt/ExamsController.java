package org.coursewright.attempt;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import org.coursewright.identity.Student;
import org.coursewright.platform.Screen;
import org.coursewright.school.OnSchool;
import org.coursewright.school.School;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The exams of a school, with how a student stands in each.
@Controller
@OnSchool
class ExamsController {

    private final OwnExams exams;
    private final Templates templates;

    ExamsController(OwnExams exams, Templates templates) {
        this.exams = exams;
        this.templates = templates;
    }

    @GetMapping("/exams")
    JteModel index(Screen screen, School school, Student student) {
        return templates.attemptExams(screen, school, student, exams.of(school, student));
    }
}
