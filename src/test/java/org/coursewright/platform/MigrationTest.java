package org.coursewright.platform;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.coursewright.Database;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class MigrationTest {

    private final Database database = new Database();

    @Test
    void nodesThatStartAtTheSameTimeDoNotDisturbEachOther() {
        try (var nodes = Executors.newFixedThreadPool(4)) {
            var starts = IntStream.range(0, 40).mapToObj(_ -> nodes.submit(
                    () -> Flyway.configure().dataSource(database.dataSource()).load().migrate())).toList();
            for (var start : starts)
                assertThatCode(start::get).doesNotThrowAnyException();
        }
    }
}
