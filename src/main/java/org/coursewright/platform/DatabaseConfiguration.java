package org.coursewright.platform;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.coursewright.platform.postgres.EmbeddedPostgres;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Two ways into one database: as the role that owns the schema (migrations) and as the one that runs the program.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final int CONNECTIONS = 16;

    /// A database that is started again is back before, and nobody looks at an empty page for longer.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Bean
    DatabaseUrls databaseUrls(Settings settings, Optional<EmbeddedPostgres> embedded) throws SQLException {
        if (settings.databaseUrl() != null) {
            var owner = settings.databaseOwnerUrl();
            return new DatabaseUrls(settings.databaseUrl(), owner == null ? settings.databaseUrl() : owner);
        }
        return DatabaseUrls.of(embedded.orElseThrow());
    }

    @Bean
    @Conditional(NoExternalDatabase.class)
    EmbeddedPostgres embeddedPostgres(Settings settings, @Value("${coursewright.backup:}") String backups)
            throws IOException {
        return EmbeddedPostgres.start(
                settings.data(), backups.isEmpty() ? Optional.empty() : Optional.of(Path.of(backups)));
    }

    @Bean
    @Primary
    DataSource database(DatabaseUrls urls) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(urls.program());
        pool.addDataSourceProperty("logServerErrorDetail", "false"); // it holds values of rows, and logs are no place for them
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(PATIENCE.toMillis());
        pool.setPoolName("database");
        return pool;
    }

    @Bean
    @FlywayDataSource
    DataSource schemaOwner(DatabaseUrls urls) {
        return new DriverManagerDataSource(urls.owner());
    }
}
