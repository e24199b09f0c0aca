package org.coursewright.study;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import org.coursewright.exam.Exams;
import org.coursewright.identity.Student;
import org.coursewright.platform.Screen;
import org.coursewright.school.OnSchool;
import org.coursewright.school.School;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Where a student lands after the sign-in: one click from there to the second where they stopped.
@Controller
@OnSchool
class DashboardController {

    private final Dashboards dashboards;
    private final Exams exams;
    private final Templates templates;

    DashboardController(Dashboards dashboards, Exams exams, Templates templates) {
        this.dashboards = dashboards;
        this.exams = exams;
        this.templates = templates;
    }

    @GetMapping("/learn")
    JteModel index(Screen screen, School school, Student student) {
        var courses = dashboards.of(school, student);
        var free = courses.isEmpty() ? dashboards.free(school) : List.<DashboardCourse>of();
        return templates.studyDashboard(screen, school, student, courses, free, exams.any(school));
    }
}
