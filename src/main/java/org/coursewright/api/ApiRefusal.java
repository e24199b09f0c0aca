package org.coursewright.api;

import org.springframework.http.HttpStatus;

/// Ends a request with a status and a sentence.
final class ApiRefusal extends RuntimeException {

    private final HttpStatus status;

    ApiRefusal(HttpStatus status, String reason) {
        super(reason, null, false, false);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }
}
