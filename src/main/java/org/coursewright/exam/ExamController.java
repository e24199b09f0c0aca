package org.coursewright.exam;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import org.coursewright.identity.Author;
import org.coursewright.platform.NotFound;
import org.coursewright.platform.Screen;
import org.coursewright.platform.Settings;
import org.coursewright.platform.Slug;
import org.coursewright.school.OnPlatform;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The exams of a school, as its authors see them, and each of their versions.
@Controller
@OnPlatform
class ExamController {

    private final ExamPages pages;
    private final OpenReports reports;
    private final Settings settings;
    private final Templates templates;

    ExamController(ExamPages pages, OpenReports reports, Settings settings, Templates templates) {
        this.pages = pages;
        this.reports = reports;
        this.settings = settings;
        this.templates = templates;
    }

    @GetMapping("/studio/{school}/exams")
    JteModel index(Author author, Screen screen) {
        var school = author.school();
        return templates.examExams(screen, school, author.account().email().value(),
                settings.schoolUrl(school.slug().value(), "/"), pages.all(school), reports.count(school));
    }

    @GetMapping("/studio/{school}/exams/{exam}/{version}")
    JteModel show(Author author, Screen screen, @PathVariable Slug exam, @PathVariable Slug version) {
        var school = author.school();
        return templates.examVersion(screen, school, author.account().email().value(),
                settings.schoolUrl(school.slug().value(), "/"),
                pages.find(school, exam, version).orElseThrow(NotFound::new));
    }
}
