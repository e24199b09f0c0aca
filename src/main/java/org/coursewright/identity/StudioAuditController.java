package org.coursewright.identity;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import org.coursewright.audit.Audit;
import org.coursewright.platform.Screen;
import org.coursewright.platform.Settings;
import org.coursewright.school.OnPlatform;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What happened at a school, for those who work there. It stands here since `audit` knows no people.
@Controller
@OnPlatform
class StudioAuditController {

    private final Audit audit;
    private final Settings settings;
    private final Templates templates;

    StudioAuditController(Audit audit, Settings settings, Templates templates) {
        this.audit = audit;
        this.settings = settings;
        this.templates = templates;
    }

    @GetMapping("/studio/{school}/audit")
    JteModel index(Author author, Screen screen, @RequestParam(defaultValue = "0") int page) {
        var school = author.school();
        return templates.identityAudit(screen, school, author.account().email().value(),
                settings.schoolUrl(school.slug().value(), "/"), audit.page(school, page));
    }
}
