package org.coursewright.platform;

import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    public boolean vital() {
        return true;
    }

    @Override
    public Optional<String> fault() {
        try (var connection = database.getConnection()) {
            return connection.isValid(SECONDS) ? Optional.empty() : Optional.of("the database does not answer");
        } catch (SQLException broken) {
            return Optional.of(String.valueOf(broken.getMessage()));
        }
    }

    @Override
    public String detail() {
        return JdbcClient.create(database)
                .sql("""
                        select 'PostgreSQL ' || split_part(current_setting('server_version'), ' ', 1)
                            || ', ' || pg_size_pretty(pg_database_size(current_database())) as detail
                        """)
                .query((row, _) -> row.getString("detail"))
                .single();
    }
}
