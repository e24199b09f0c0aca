package org.coursewright.api;

import org.springframework.http.HttpStatus;

/// Ends a request with a status and a sentence.
final class ApiRefusal extends RuntimeException {

    private final HttpStatus status;

    ApiRefusal(HttpStatus status, String reason) {
        super(reason, null, false, false);
        this.status = status;
    }

    /// @param number of the one that was asked for, 0 = the newest
    static ApiRefusal noRevision(int number) {
        return new ApiRefusal(HttpStatus.NOT_FOUND, number == 0
                ? "Nothing was pushed to this place of the school yet."
                : "The school has no revision " + number + " there. The studio lists those it has.");
    }

    HttpStatus status() {
        return status;
    }
}
