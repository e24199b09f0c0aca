package org.coursewright.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    @TempDir
    Path data;

    @Test
    void aKilledDatabaseComesBackAtTheSameAddressWithAllThatWasCommitted() throws Exception {
        try (var postgres = EmbeddedPostgres.start(data)) {
            run(postgres, "create table kept (at int)");
            for (int round = 1; round <= 2; round++) {
                run(postgres, "insert into kept values (" + round + ")");
                long first = pid();
                assertThat(ProcessHandle.of(first).orElseThrow().destroyForcibly()).isTrue();
                for (long end = System.nanoTime() + Duration.ofSeconds(30).toNanos(); count(postgres) < round;)
                    assertThat(System.nanoTime()).as("it is back within 30 s").isLessThan(end);
                assertThat(pid()).isNotEqualTo(first);
            }
        }
        assertThat(EmbeddedPostgres.running(data)).isEmpty();
    }

    private long pid() throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("postgres/18/postmaster.pid")).getFirst().strip());
    }

    private static void run(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.url("postgres"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// @return -1 while it does not answer
    private static int count(EmbeddedPostgres postgres) {
        try (var connection = DriverManager.getConnection(postgres.url("postgres"));
                var rows = connection.createStatement().executeQuery("select count(*) from kept")) {
            return rows.next() ? rows.getInt(1) : -1;
        } catch (SQLException away) {
            return -1;
        }
    }
}
