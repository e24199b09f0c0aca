package org.coursewright.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.coursewright.platform.DatabaseUrls;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Slug;
import org.coursewright.platform.postgres.EmbeddedPostgres;
import org.coursewright.school.School;
import org.coursewright.school.SchoolFixture;
import org.coursewright.storage.StorageFixture;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// An installation with a cluster of its own, to back up, to wreck and to bring back.
final class Premises implements AutoCloseable {

    static final Watch NOBODY = (_, _, _) -> {};

    private final Path data;
    private final Optional<Path> archive;
    private final EmbeddedPostgres postgres;
    private boolean stopped;

    /// Starts what lies there, or makes it.
    Premises(Path data, Optional<Path> archive) throws IOException {
        this.data = Files.createDirectories(data);
        this.archive = archive;
        shareThePrograms(data);
        this.postgres = EmbeddedPostgres.start(data, archive);
    }

    /// They are unpacked once for all tests.
    static void shareThePrograms(Path data) throws IOException {
        var cache = Files.createDirectories(Path.of("target/test-database-1/cache").toAbsolutePath());
        if (!Files.exists(data.resolve("cache"))) Files.createSymbolicLink(data.resolve("cache"), cache);
    }

    Premises migrated() throws SQLException {
        Flyway.configure().dataSource(new DriverManagerDataSource(DatabaseUrls.of(postgres).owner())).load().migrate();
        return this;
    }

    Path data() {
        return data;
    }

    Holdings holdings() {
        return new Holdings(data, true, Optional.of(data.resolve("storage")), archive);
    }

    BackingUp.Made backUp(Path backups) throws IOException, SQLException {
        return new BackingUp(new Backups(backups), holdings(), NOBODY).make();
    }

    JdbcClient jdbc() {
        return JdbcClient.create(source());
    }

    private DataSource source() {
        return new DriverManagerDataSource(postgres.url("coursewright"));
    }

    void run(String sql) {
        jdbc().sql(sql).update();
    }

    String ask(String sql) {
        return jdbc().sql(sql).query((row, _) -> String.valueOf(row.getString(1))).single();
    }

    School school(String slug) {
        return SchoolFixture.schools(source()).create(new Slug(slug), slug).orElseThrow();
    }

    void keep(School school, String text) throws IOException {
        StorageFixture.blobs(jdbc(), data.resolve("storage"))
                .put(school, text.getBytes(StandardCharsets.UTF_8), "text/plain");
    }

    /// Every row of every table, in order.
    Map<String, String> rows() {
        var rows = new TreeMap<String, String>();
        for (var table : jdbc().sql("""
                        select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
                        """)
                .query((row, _) -> row.getString("relname"))
                .list())
            rows.put(table, ask("select string_agg(one::text, chr(10) order by one::text) from " + table + " as one"));
        return rows;
    }

    /// Every file of schools with its hash.
    Map<String, String> files() throws IOException {
        var files = new TreeMap<String, String>();
        var objects = data.resolve("storage/objects");
        for (var file : Disk.files(objects))
            files.put(objects.relativize(file).toString(), Hash.of(file).hex());
        return files;
    }

    void stop() {
        if (!stopped) postgres.close();
        stopped = true;
    }

    @Override
    public void close() {
        stop();
    }
}
