package org.coursewright.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.web.server.ResponseStatusException;

class ApiErrorsTest {

    private final ApiErrors errors = new ApiErrors();

    @Test
    void aDatabaseWithoutRoomSaysSoAndWhatToDo() {
        var answer = errors.unstored(fault("53100"));
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.INSUFFICIENT_STORAGE);
        assertThat(Objects.requireNonNull(answer.getBody()).toString()).contains("no room", "Nothing was lost",
                "again");
    }

    @Test
    void anyOtherFaultIsOursAndNamesTheRequest() {
        MDC.put("request", "215zr2ewa");
        try {
            var answer = errors.unstored(fault("42P01"));
            assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
            assertThat(Objects.requireNonNull(answer.getBody()).toString()).contains("215zr2ewa")
                    .doesNotContain("full");
        } finally {
            MDC.remove("request");
        }
    }

    @Test
    void whatTheCallerDidWrongStaysTheirs() {
        var theirs = new ResponseStatusException(HttpStatus.CONFLICT);
        assertThatThrownBy(() -> errors.unexpected(theirs)).isSameAs(theirs);
    }

    private static UncategorizedSQLException fault(String state) {
        return new UncategorizedSQLException("commit", "insert", new SQLException("could not extend file", state));
    }
}
