package org.coursewright.admin;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import org.coursewright.identity.Operator;
import org.coursewright.mail.Outbox;
import org.coursewright.platform.Screen;
import org.coursewright.school.OnPlatform;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Mails and what became of them. Their text is not here: sign-in links are nobody's business.
@Controller
@OnPlatform
class MailsController {

    private static final int SHOWN = 100;

    private final Outbox outbox;
    private final Templates templates;

    MailsController(Outbox outbox, Templates templates) {
        this.outbox = outbox;
        this.templates = templates;
    }

    @GetMapping("/admin/mails")
    JteModel index(Screen screen, Operator operator) {
        return templates.adminMails(screen, operator, outbox.latest(SHOWN));
    }
}
