package org.coursewright.admin;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import org.coursewright.identity.Operator;
import org.coursewright.monitoring.ErrorReports;
import org.coursewright.platform.NotFound;
import org.coursewright.platform.Screen;
import org.coursewright.school.OnPlatform;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// What went wrong in the program, the same fault once.
@Controller
@OnPlatform
class ErrorsController {

    private static final int SHOWN = 100;

    private final ErrorReports reports;
    private final Templates templates;

    ErrorsController(ErrorReports reports, Templates templates) {
        this.reports = reports;
        this.templates = templates;
    }

    @GetMapping("/admin/errors")
    JteModel index(Screen screen, Operator operator) {
        return templates.adminErrors(screen, operator, reports.latest(SHOWN));
    }

    @GetMapping("/admin/errors/{fingerprint}")
    JteModel show(Screen screen, Operator operator, @PathVariable String fingerprint) {
        return templates.adminError(screen, operator, reports.find(fingerprint).orElseThrow(NotFound::new));
    }
}
