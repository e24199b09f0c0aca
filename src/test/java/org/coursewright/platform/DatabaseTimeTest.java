package org.coursewright.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import org.coursewright.Database;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class DatabaseTimeTest {

    private final Database database = new Database();

    @Test
    void theOwnerMovesTheClockForTests() {
        var before = now();
        database.jdbc().sql("update clock_offset set shift = interval '3 days'").update();
        assertThat(now()).isAfter(before.plusDays(3).minusSeconds(1));
    }

    @Test
    void theProgramCannotMoveTheClock() {
        var program = JdbcClient.create(new DriverManagerDataSource(database.programUrl()));
        assertThatThrownBy(() -> program.sql("update clock_offset set shift = interval '3 days'").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private OffsetDateTime now() {
        return database.jdbc().sql("select db_now()").query(OffsetDateTime.class).single();
    }
}
