package org.coursewright.admin;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import org.coursewright.identity.Operator;
import org.coursewright.job.JobRuns;
import org.coursewright.monitoring.Alerts;
import org.coursewright.monitoring.Nodes;
import org.coursewright.platform.Health;
import org.coursewright.platform.Screen;
import org.coursewright.school.OnPlatform;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The first line answers: is anything wrong?
@Controller
@OnPlatform
class AdminController {

    private static final int SHOWN = 8;

    private final Health health;
    private final JobRuns runs;
    private final Alerts alerts;
    private final Nodes nodes;
    private final Templates templates;

    AdminController(Health health, JobRuns runs, Alerts alerts, Nodes nodes, Templates templates) {
        this.health = health;
        this.runs = runs;
        this.alerts = alerts;
        this.nodes = nodes;
        this.templates = templates;
    }

    @GetMapping("/admin")
    JteModel index(Screen screen, Operator operator) {
        var failed = runs.latest(100).stream().filter(run -> !run.succeeded()).limit(SHOWN).toList();
        return templates.adminHealth(screen, operator, health.report(), alerts.latest(SHOWN), nodes.all(),
                runs.waiting(SHOWN), failed);
    }
}
