package org.coursewright.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.coursewright.platform.postgres.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// The database of a data folder, for a command that works beside the program: the one that runs, else one that is
/// started for the moment.
public final class LocalDatabase implements AutoCloseable {

    private final @Nullable EmbeddedPostgres started;
    private final DataSource source;

    private LocalDatabase(@Nullable EmbeddedPostgres started, DataSource source) {
        this.started = started;
        this.source = source;
    }

    /// Absent when the folder has no installation yet.
    public static Optional<LocalDatabase> open(Path data) throws IOException, SQLException {
        var running = EmbeddedPostgres.running(data);
        if (running.isPresent()) return Optional.of(at(running.get()));
        if (!Files.isDirectory(data.resolve("postgres"))) return Optional.empty();
        var postgres = EmbeddedPostgres.start(data, archive()); // what it writes now belongs into the archive, too
        var owner = new DriverManagerDataSource(DatabaseUrls.of(postgres).owner());
        Flyway.configure().dataSource(owner).load().migrate();
        return Optional.of(new LocalDatabase(postgres, owner));
    }

    private static Optional<Path> archive() {
        return Optional.ofNullable(System.getenv("COURSEWRIGHT_BACKUP")).filter(folder -> !folder.isEmpty())
                .map(Path::of);
    }

    /// A database elsewhere.
    public static LocalDatabase at(String url) {
        return new LocalDatabase(null, new DriverManagerDataSource(url));
    }

    public DataSource source() {
        return source;
    }

    @Override
    public void close() {
        if (started != null) started.close();
    }
}
