package org.coursewright.audit;

import java.util.Locale;

/// What is worth remembering. Its text is the message `audit.did.<name>`: {0} is what it was done to, {1} the detail.
public enum Deed {
    SCHOOL_MADE,
    /// Detail: the role.
    MEMBER_ADDED,
    /// Detail: what the author says of it.
    PUSHED, PUBLISHED, ROLLED_BACK,
    /// Detail: what it may do.
    TOKEN_MADE, TOKEN_ENDED, TERMINAL_LET_IN,
    /// Detail: whom.
    ENROLLED,
    /// Detail: the course.
    ACCESS_ENDED, JOB_RETRIED, ERROR_CLOSED,
    /// Detail: whether its videos are encrypted, and whether students see their address over the picture.
    VIDEO_PROTECTED,
    /// Detail: its name, empty = this program.
    VIDEO_PROVIDER_CHOSEN,
    /// Detail: minutes and reason.
    ATTEMPT_EXTENDED,
    /// Detail: the reason.
    ATTEMPT_ANNULLED,
    /// Detail: number of the question.
    ANSWER_READ,
    /// Detail: how many reports of the question.
    REPORT_SETTLED,
    /// Detail: by how much the time of exams is multiplied, or `untimed`.
    ACCOMMODATION_GIVEN, ACCOMMODATION_ENDED,
    /// Detail: why.
    CERTIFICATE_REVOKED, CERTIFICATE_REINSTATED;

    String column() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Deed of(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
