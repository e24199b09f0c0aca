package org.coursewright.mail;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import org.coursewright.platform.Screen;
import org.coursewright.school.OnPlatform;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The mailbox of the demo, with its links: only where `COURSEWRIGHT_DEMO` is true.
@Controller
@OnPlatform
@ConditionalOnProperty("coursewright.demo")
class DevMailController {

    private static final int SHOWN = 30;

    private final Outbox outbox;
    private final Templates templates;

    DevMailController(Outbox outbox, Templates templates) {
        this.outbox = outbox;
        this.templates = templates;
    }

    @GetMapping("/dev/mail")
    JteModel index(Screen screen) {
        return templates.mailDev(screen, outbox.latest(SHOWN));
    }
}
