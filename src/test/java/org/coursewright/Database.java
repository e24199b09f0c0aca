package org.coursewright;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.coursewright.platform.RandomCode;
import org.coursewright.platform.postgres.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A migrated database for tests: one real PostgreSQL for the JVM, a fresh copy of the template for each `new`.
///
/// Nothing here must outlive a power cut, and a connection is a process: it is kept for the next statement.
public final class Database {

    private static final List<String> QUICK = List.of(
            "fsync=off", "full_page_writes=off", "autovacuum=off", "max_connections=300");
    private static final String TEMPLATE = "template_" + RandomCode.readable(8);
    private static final AtomicInteger COPIES = new AtomicInteger();
    private static final EmbeddedPostgres POSTGRES = start();

    private final String name;
    private final HikariDataSource source = new HikariDataSource();

    public Database() {
        this.name = TEMPLATE + "_" + COPIES.incrementAndGet();
        administer("create database " + name + " template " + TEMPLATE + " strategy file_copy");
        source.setJdbcUrl(url());
        source.setMaximumPoolSize(20);
        source.setMinimumIdle(0);
        source.setIdleTimeout(10_000);
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(source);
    }

    /// As the owner of the schema, who may also move the clock.
    public DataSource dataSource() {
        return source;
    }

    public String url() {
        return POSTGRES.url(name);
    }

    /// As the role that runs the program.
    public String programUrl() {
        return url().replace("user=postgres", "user=coursewright");
    }

    private static EmbeddedPostgres start() {
        try {
            var fork = System.getProperty("test.fork", "1");
            var postgres = EmbeddedPostgres.start(Path.of("target/test-database-" + fork).toAbsolutePath(), QUICK);
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
            prepare(postgres);
            return postgres;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void prepare(EmbeddedPostgres postgres) {
        try (var connection = DriverManager.getConnection(postgres.url("postgres"));
                var statement = connection.createStatement()) {
            var old = new ArrayList<String>();
            var rows = statement.executeQuery("select datname from pg_database where datname like 'template\\_%'");
            while (rows.next())
                old.add(rows.getString(1));
            for (var name : old)
                statement.execute("drop database if exists " + name + " with (force)");
            if (!statement.executeQuery("select 1 from pg_roles where rolname = 'coursewright'").next())
                statement.execute("create role coursewright login");
            statement.execute("alter role coursewright password '" + postgres.password() + "'");
            statement.execute("create database " + TEMPLATE);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        Flyway.configure()
                .dataSource(new DriverManagerDataSource(postgres.url(TEMPLATE)))
                .load()
                .migrate();
    }

    private static void administer(String command) {
        try (var connection = DriverManager.getConnection(POSTGRES.url("postgres"));
                var statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
