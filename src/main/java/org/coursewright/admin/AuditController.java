package org.coursewright.admin;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import org.coursewright.audit.Audit;
import org.coursewright.identity.Operator;
import org.coursewright.platform.Screen;
import org.coursewright.school.OnPlatform;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What happened at all schools.
@Controller
@OnPlatform
class AuditController {

    private final Audit audit;
    private final Templates templates;

    AuditController(Audit audit, Templates templates) {
        this.audit = audit;
        this.templates = templates;
    }

    @GetMapping("/admin/audit")
    JteModel index(Screen screen, Operator operator, @RequestParam(defaultValue = "0") int page) {
        return templates.adminAudit(screen, operator, audit.page(page));
    }
}
