package org.coursewright.api;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.coursewright.content.NothingToRollBack;
import org.coursewright.platform.NotFound;
import org.coursewright.storage.StorageFull;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// What went wrong, as JSON with a sentence.
@RestControllerAdvice(basePackageClasses = ApiErrors.class)
class ApiErrors {

    private static final Logger log = LoggerFactory.getLogger(ApiErrors.class);

    /// An SQLSTATE, as PostgreSQL's manual lists them in its appendix A.
    private static final String DISK_FULL = "53100";

    @ExceptionHandler
    ResponseEntity<ApiError> refused(ApiRefusal refusal) {
        return answer(refusal.status(), refusal.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ApiError> absent(NotFound absent) {
        return answer(HttpStatus.NOT_FOUND, "There is no such thing at this school.");
    }

    @ExceptionHandler
    ResponseEntity<ApiError> full(StorageFull full) {
        return answer(HttpStatus.INSUFFICIENT_STORAGE, full.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ApiError> fault(UncheckedIOException fault) {
        if (fault.getCause() instanceof StorageFull full) return full(full);
        return unexpected(fault);
    }

    /// The database has no room either; it undid the whole transaction.
    @ExceptionHandler
    ResponseEntity<ApiError> unstored(DataAccessException fault) {
        if (deepest(fault) instanceof SQLException reason && DISK_FULL.equals(reason.getSQLState()))
            return full(new StorageFull());
        return unexpected(fault);
    }

    /// Our own mistake: the log has it under the number that the caller is told.
    @ExceptionHandler
    ResponseEntity<ApiError> unexpected(RuntimeException fault) {
        if (fault instanceof ErrorResponse || fault instanceof TypeMismatchException) throw fault; // the caller's
        log.error("An API request failed", fault);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR,
                "Something went wrong on the server. Try again; if it stays so, "
                        + "give its operator the number of this request: " + MDC.get("request"));
    }

    @ExceptionHandler
    ResponseEntity<ApiError> nothing(NothingToRollBack nothing) {
        return answer(HttpStatus.UNPROCESSABLE_CONTENT, nothing.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ApiError> unreadable(HttpMessageNotReadableException unreadable) {
        var cause = deepest(unreadable);
        return answer(HttpStatus.BAD_REQUEST, cause instanceof IllegalArgumentException
                ? cause.getMessage()
                : "The request is not the JSON that this address takes.");
    }

    private static Throwable deepest(Throwable thrown) {
        var cause = thrown.getCause();
        return cause == null ? thrown : deepest(cause);
    }

    private static ResponseEntity<ApiError> answer(HttpStatus status, @Nullable String reason) {
        var response = ResponseEntity.status(status);
        if (status == HttpStatus.UNAUTHORIZED) response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return response.body(new ApiError(String.valueOf(reason)));
    }
}
