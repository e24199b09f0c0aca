package org.coursewright.admin;

import org.coursewright.audit.Audit;
import org.coursewright.audit.Deed;
import org.coursewright.identity.Operator;
import org.coursewright.monitoring.ErrorReports;
import org.coursewright.platform.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// An operator says that an error has been looked after, and it is remembered who.
@Component
class ErrorClosures {

    private final ErrorReports reports;
    private final Audit audit;

    ErrorClosures(ErrorReports reports, Audit audit) {
        this.reports = reports;
        this.audit = audit;
    }

    /// @throws NotFound when there is no such error
    @Transactional
    void close(Operator operator, String fingerprint) {
        if (!reports.close(fingerprint)) throw new NotFound();
        audit.record(null, operator.account().email().value(), Deed.ERROR_CLOSED, fingerprint);
    }
}
