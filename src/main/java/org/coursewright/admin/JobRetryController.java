package org.coursewright.admin;

import java.net.URI;
import org.coursewright.identity.Operator;
import org.coursewright.platform.Flash;
import org.coursewright.school.OnPlatform;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Runs a job once more.
@Controller
@OnPlatform
class JobRetryController {

    private final JobRetries retries;

    JobRetryController(JobRetries retries) {
        this.retries = retries;
    }

    @PostMapping("/admin/jobs/{run}/retry")
    ResponseEntity<Void> create(Operator operator, Flash flash, @PathVariable long run) {
        retries.retry(operator, run);
        flash.ok("admin.jobs.retried");
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/admin/jobs")).build();
    }
}
