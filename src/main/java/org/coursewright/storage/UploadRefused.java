package org.coursewright.storage;

import org.springframework.http.HttpStatusCode;

/// A request that tus answers with a status and we with a sentence as well.
final class UploadRefused extends RuntimeException {

    static final int CHECKSUM_MISMATCH = 460;

    private final HttpStatusCode status;

    UploadRefused(int status, String reason) {
        super(reason, null, false, false);
        this.status = HttpStatusCode.valueOf(status);
    }

    HttpStatusCode status() {
        return status;
    }
}
