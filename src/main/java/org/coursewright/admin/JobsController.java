package org.coursewright.admin;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import org.coursewright.identity.Operator;
import org.coursewright.job.JobRuns;
import org.coursewright.platform.Screen;
import org.coursewright.school.OnPlatform;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// What the queue does and did.
@Controller
@OnPlatform
class JobsController {

    private static final int SHOWN = 100;

    private final JobRuns runs;
    private final Templates templates;

    JobsController(JobRuns runs, Templates templates) {
        this.runs = runs;
        this.templates = templates;
    }

    @GetMapping("/admin/jobs")
    JteModel index(Screen screen, Operator operator) {
        return templates.adminJobs(screen, operator, runs.waiting(SHOWN), runs.latest(SHOWN));
    }
}
