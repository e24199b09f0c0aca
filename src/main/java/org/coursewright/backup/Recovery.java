package org.coursewright.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.coursewright.platform.postgres.EmbeddedPostgres;
import org.coursewright.storage.StorageFolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A cluster put back in a folder, and what is found in it.
final class Recovery {

    private static final String TOO_SHORT = "recovery ended before configured recovery target was reached";
    private static final String CLUSTER = "postgres/";

    private final Path data;
    private final Plan plan;

    /// @param data an empty folder
    Recovery(Path data, Plan plan) {
        this.data = data;
        this.plan = plan;
    }

    static boolean belongsToCluster(BackupFile file) {
        return file.path().startsWith(CLUSTER);
    }

    /// Puts the files of the cluster in place; a damaged one stops it.
    void unpack(Pool pool, Watch watch) throws IOException {
        var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(data.resolve(CLUSTER));
        for (var folder : plan.backup().folders())
            Files.createDirectories(data.resolve(folder), onlyOwner);
        var files = plan.files().stream().filter(Recovery::belongsToCluster).toList();
        long total = files.stream().mapToLong(BackupFile::size).sum();
        long done = 0;
        for (var file : files) {
            watch.at("database", done, total);
            var target = data.resolve(file.path());
            pool.get(file, target);
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
            done += file.size();
        }
    }

    /// Lets PostgreSQL read what it wrote since, asks what there is, and stops it again.
    Restored.Database replay(Watch watch) throws IOException, SQLException {
        for (var file : plan.wal()) {
            watch.at("archive", 0, 1);
            Wal.check(file);
        }
        watch.at("replay", 0, 1);
        try (var postgres = start()) {
            var source = new DriverManagerDataSource(postgres.url("coursewright"));
            var jdbc = JdbcClient.create(source);
            var rows = RowCounts.of(source);
            var found = new Restored.Database(
                    asOf(jdbc), rows.values().stream().mapToLong(Long::longValue).sum(), other(rows), missing(jdbc));
            StorageFolder.forgetUploads(jdbc);
            return found;
        }
    }

    /// The archive must hear that history goes on from here, though nobody archived while this was put together: else what
    /// comes now could never be read again.
    void announceHistory() throws IOException {
        var wal = EmbeddedPostgres.cluster(data).resolve("pg_wal");
        try (var histories = Files.newDirectoryStream(wal, "*.history")) {
            for (var history : histories)
                Files.createFile(wal.resolve("archive_status").resolve(history.getFileName() + ".ready"));
        }
    }

    private EmbeddedPostgres start() throws IOException {
        var cluster = EmbeddedPostgres.cluster(data);
        Files.createFile(cluster.resolve("recovery.signal"));
        try {
            return EmbeddedPostgres.recover(data, plan.recovery());
        } catch (IOException failed) {
            if (!Files.readString(data.resolve("postgres/postgres.log")).contains(TOO_SHORT)) throw failed;
            // nothing was written after that moment: its state is the last one
            return EmbeddedPostgres.recover(data, plan.recoveryToTheEnd());
        }
    }

    private static Optional<Instant> asOf(JdbcClient jdbc) {
        return jdbc.sql("select pg_last_xact_replay_timestamp() as at")
                .query((row, _) -> Optional.ofNullable(row.getObject("at", OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    private Map<String, Long> other(Map<String, Long> rows) {
        var database = plan.backup().database();
        var other = new TreeMap<String, Long>();
        if (database == null) return other;
        rows.forEach((table, count) -> {
            if (!count.equals(database.rows().get(table))) other.put(table, count);
        });
        return other;
    }

    private List<String> missing(JdbcClient jdbc) {
        if (!plan.backup().storage()) return List.of();
        var known = new HashMap<String, BackupFile>();
        plan.files().forEach(file -> known.put(file.path(), file));
        var missing = new ArrayList<String>();
        StorageFolder.named(jdbc, (key, blob) -> {
            var file = known.get(BackingUp.OBJECTS + "/" + key);
            if (file == null || file.size() != blob.size() || !file.sha256().equals(blob.hash().hex()))
                missing.add(key);
        });
        return missing;
    }
}
