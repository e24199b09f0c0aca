package org.coursewright.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one backup holds: its `manifest.json`.
///
/// @param name its folder, which tells when it was begun
/// @param program version of the program that made it
/// @param endedAt the moment that it brings back, by the clock of the database
/// @param database absent when the database is not in it, since it is somebody else's
/// @param storage whether the files of schools are in it
/// @param folders of the cluster, empty ones too
public record Backup(
        String name,
        String program,
        Instant startedAt,
        Instant endedAt,
        @Nullable Cluster database,
        boolean storage,
        List<String> folders,
        List<BackupFile> files) {

    /// The embedded database.
    ///
    /// @param system the number that the cluster and all copies of it bear
    /// @param firstWal names of the first and the last file of WAL that are needed to use it
    /// @param exact whether the rows were counted at the very moment that it brings back
    /// @param rows of each table
    public record Cluster(
            String version,
            String system,
            String startLsn,
            String stopLsn,
            String firstWal,
            String lastWal,
            boolean exact,
            Map<String, Long> rows) {

        String major() {
            return version.replaceFirst("\\..*", "");
        }

        long allRows() {
            return rows.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    public long bytes() {
        return files.stream().mapToLong(BackupFile::size).sum();
    }

    public long rows() {
        return database == null ? 0 : database.allRows();
    }
}
