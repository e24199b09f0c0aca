package org.coursewright.admin;

import org.coursewright.audit.Audit;
import org.coursewright.audit.Deed;
import org.coursewright.identity.Operator;
import org.coursewright.job.JobRetry;
import org.coursewright.platform.Messages;
import org.coursewright.platform.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// An operator runs a job once more, and it is remembered who.
@Component
class JobRetries {

    private final JobRetry retry;
    private final Audit audit;

    JobRetries(JobRetry retry, Audit audit) {
        this.retry = retry;
        this.audit = audit;
    }

    /// @throws NotFound when the run is unknown, or its kind of work no longer exists
    @Transactional
    void retry(Operator operator, long run) {
        var job = retry.retry(run).orElseThrow(NotFound::new);
        audit.record(null, operator.account().email().value(), Deed.JOB_RETRIED,
                new JobWords(Messages.english()).key(job));
    }
}
