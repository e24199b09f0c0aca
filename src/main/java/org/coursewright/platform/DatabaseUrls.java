package org.coursewright.platform;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.coursewright.platform.postgres.EmbeddedPostgres;

/// JDBC URLs of one database.
///
/// @param program as the role that runs the program: reads and writes rows
/// @param owner as the role that owns the schema
public record DatabaseUrls(String program, String owner) {

    private static final String NAME = "coursewright";

    /// The embedded database and its program role, made where they are missing.
    public static DatabaseUrls of(EmbeddedPostgres postgres) throws SQLException {
        return of(postgres, NAME);
    }

    static DatabaseUrls of(EmbeddedPostgres postgres, String name) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.url("postgres"));
                var statement = connection.createStatement()) {
            if (!statement.executeQuery("select 1 from pg_roles where rolname = 'coursewright'").next())
                statement.execute("create role coursewright login");
            for (var role : List.of("coursewright", "postgres"))
                statement.execute("alter role " + role + " password '" + postgres.password() + "'");
            if (!statement.executeQuery("select 1 from pg_database where datname = '" + name + "'").next())
                statement.execute("create database " + name);
        }
        var owner = postgres.url(name);
        return new DatabaseUrls(owner.replace("user=postgres", "user=coursewright"), owner);
    }
}
