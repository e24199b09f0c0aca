package org.coursewright.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.UncategorizedSQLException;

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
    void anyOtherFaultIsNotCalledAFullDisk() {
        var other = fault("42P01");
        assertThatThrownBy(() -> errors.unstored(other)).isSameAs(other);
    }

    private static UncategorizedSQLException fault(String state) {
        return new UncategorizedSQLException("commit", "insert", new SQLException("could not extend file", state));
    }
}
