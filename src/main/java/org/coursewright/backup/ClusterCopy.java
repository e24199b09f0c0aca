package org.coursewright.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.coursewright.platform.postgres.WalArchive;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// A copy of a cluster that goes on working, by PostgreSQL's low-level API: begun and ended in one session, and the WAL
/// in between with it.
final class ClusterCopy {

    /// What every start makes anew (PostgreSQL 18, 26.3.4.2).
    private static final Set<String> EMPTIED = Set.of(
            "pg_wal", "pg_replslot", "pg_dynshmem", "pg_notify", "pg_serial", "pg_snapshots", "pg_stat_tmp",
            "pg_subtrans");
    private static final Pattern LEFT_OUT = Pattern.compile(
            "postmaster\\.(pid|opts)|pg_internal\\.init.*|t\\d+_\\d+.*|current_logfiles|backup_label.*|recovery\\.signal");
    private static final Pattern FIRST_WAL = Pattern.compile("START WAL LOCATION: (\\S+) \\(file ([0-9A-F]{24})\\)");
    private static final String CONTROL = "global/pg_control";
    private static final String UNPACKED = "pgsql_tmp";

    private final Path cluster;
    private final String url;
    private final Collection collection;

    /// @param url as its superuser
    ClusterCopy(Path cluster, String url, Collection collection) {
        this.cluster = cluster;
        this.url = url;
        this.collection = collection;
    }

    /// What was copied.
    ///
    /// @param endedAt the moment that the copy brings back
    record Copied(Backup.Cluster cluster, Instant endedAt) {}

    Copied copy(String name) throws IOException, SQLException {
        try (var connection = DriverManager.getConnection(url); var counts = new RowCounts(url)) {
            var session = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            keepWal(session, name);
            session.sql("select pg_backup_start(:name, true)::text as lsn").param("name", name).query(String.class)
                    .single();
            copyFiles();
            counts.stop();
            var end = end(session);
            var rows = counts.go();
            collection.add(cluster.resolve("backup_label"), end.label());
            var first = FIRST_WAL.matcher(end.label());
            if (!first.find()) throw new IOException("PostgreSQL wrote a label that we do not know: " + end.label());
            copyWal(first.group(2), end.wal());
            return new Copied(described(first.group(1), first.group(2), end, counts.exact(), rows), end.at());
        }
    }

    /// A slot that goes with the session: nothing is thrown away that the copy needs.
    private static void keepWal(JdbcClient session, String name) {
        session.sql("select slot_name from pg_create_physical_replication_slot(:name, true, true)")
                .param("name", "backup_" + name.replaceAll("\\D", ""))
                .query((row, _) -> row.getString("slot_name"))
                .single();
    }

    /// How it ended.
    ///
    /// @param wal the last file of WAL
    private record End(String lsn, String label, String wal, Instant at, String version) {}

    private static End end(JdbcClient session) {
        return session.sql("""
                        select lsn::text as lsn, labelfile, pg_walfile_name(lsn) as wal, clock_timestamp() as at,
                               split_part(current_setting('server_version'), ' ', 1) as version
                        from pg_backup_stop(false)
                        """)
                .query((row, _) -> new End(
                        row.getString("lsn"),
                        row.getString("labelfile"),
                        row.getString("wal"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("version")))
                .single();
    }

    private Backup.Cluster described(
            String startLsn,
            String firstWal,
            End end,
            boolean exact,
            Map<String, Long> rows) throws IOException {
        return new Backup.Cluster(
                end.version(), WalArchive.system(cluster), startLsn, end.lsn(), firstWal, end.wal(), exact, rows);
    }

    private void copyFiles() throws IOException {
        var files = Disk.files(cluster).stream().filter(this::belongs).toList();
        for (var folder : Disk.folders(cluster))
            if (keeps(folder)) collection.folder(folder);
        collection.copy("database", files);
        collection.add(cluster.resolve(CONTROL), steady(cluster.resolve(CONTROL)));
    }

    private boolean belongs(Path file) {
        var path = cluster.relativize(file);
        return !EMPTIED.contains(path.getName(0).toString())
                && !path.toString().contains(UNPACKED)
                && !path.toString().equals(CONTROL)
                && !LEFT_OUT.matcher(path.getFileName().toString()).matches();
    }

    /// The folders of slots and of temporary files go; their parents stay.
    private boolean keeps(Path folder) {
        var path = cluster.relativize(folder);
        return !path.toString().contains(UNPACKED) && !(path.getNameCount() > 1 && path.startsWith("pg_replslot"));
    }

    /// The control file is written while we read: two readings agree when neither was torn.
    private static byte[] steady(Path file) throws IOException {
        var before = Files.readAllBytes(file);
        for (int turn = 0; turn < 100; turn++) {
            var again = Files.readAllBytes(file);
            if (Arrays.equals(before, again)) return again;
            before = again;
        }
        throw new IOException(file + " does not come to rest");
    }

    private void copyWal(String first, String last) throws IOException {
        var folder = cluster.resolve("pg_wal");
        List<Path> files;
        try (var all = Files.list(folder)) {
            files = all.filter(file -> isNeeded(file.getFileName().toString(), first, last)).sorted().toList();
        }
        if (files.stream().noneMatch(file -> file.endsWith(first))
                || files.stream().noneMatch(file -> file.endsWith(last)))
            throw new NoSuchFileException(folder.resolve(first) + " to " + last);
        collection.copy("what the database wrote meanwhile", files);
    }

    private static boolean isNeeded(String name, String first, String last) {
        return name.endsWith(".history")
                || name.matches("[0-9A-F]{24}") && name.compareTo(first) >= 0 && name.compareTo(last) <= 0;
    }
}
