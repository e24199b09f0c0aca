package org.coursewright.attempt;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import org.coursewright.identity.Author;
import org.coursewright.platform.Screen;
import org.coursewright.platform.Settings;
import org.coursewright.school.OnPlatform;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What students report of questions: what waits, and what is settled.
@Controller
@OnPlatform
class SentReportController {

    private final SentReports reports;
    private final Settings settings;
    private final Templates templates;

    SentReportController(SentReports reports, Settings settings, Templates templates) {
        this.reports = reports;
        this.settings = settings;
        this.templates = templates;
    }

    /// @param show `open` or `settled`
    @GetMapping("/studio/{school}/reports")
    JteModel index(
            Screen screen, Author author, @RequestParam(defaultValue = "open") String show,
            @RequestParam(defaultValue = "0") int page) {
        int at = Math.clamp(page, 0, 100_000);
        boolean settled = show.equals("settled");
        var school = author.school();
        return templates.attemptReports(
                screen, author, settings.schoolUrl(school.slug().value(), "/"), reports.find(school, settled, at),
                settled, at);
    }
}
