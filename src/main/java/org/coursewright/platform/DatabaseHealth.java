package org.coursewright.platform;

import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/// Whether the database answers.
@Component
class DatabaseHealth implements HealthCheck {

    private static final int SECONDS = 1;

    private final DataSource database;

    DatabaseHealth(DataSource database) {
        this.database = database;
    }

    @Override
    public String component() {
        return "database";
    }

    @Override
    public Optional<String> fault() {
        try (var connection = database.getConnection()) {
            return connection.isValid(SECONDS) ? Optional.empty() : Optional.of("the database does not answer");
        } catch (SQLException broken) {
            return Optional.of(String.valueOf(broken.getMessage()));
        }
    }
}
