package org.coursewright.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.coursewright.platform.HealthCheck;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whether what is written today would be there tomorrow.
final class BackupHealth implements HealthCheck {

    private static final Duration PATIENCE = Duration.ofHours(36);

    private final Backups backups;
    private final boolean archives;
    private final JdbcClient jdbc;
    private final Instant since;

    /// @param archives whether the database brings what it writes to the archive
    /// @param since before that nobody could make one
    BackupHealth(Backups backups, boolean archives, JdbcClient jdbc, Instant since) {
        this.backups = backups;
        this.archives = archives;
        this.jdbc = jdbc;
        this.since = since;
    }

    @Override
    public String component() {
        return "backup";
    }

    @Override
    public Optional<String> fault() {
        return old(Instant.now()).or(this::archiveFails);
    }

    Optional<String> old(Instant now) {
        var newest = newest();
        if (newest.orElse(since).plus(PATIENCE).isAfter(now)) return Optional.empty();
        return Optional.of(newest.isEmpty()
                ? "there is no backup in " + backups.folder()
                : "the newest backup in " + backups.folder() + " is of " + newest.get());
    }

    private Optional<String> archiveFails() {
        if (!archives) return Optional.empty();
        try {
            return failedFile();
        } catch (DataAccessException away) {
            return Optional.empty(); // the database says so itself
        }
    }

    private Optional<String> failedFile() {
        return jdbc.sql("""
                        select last_failed_wal from pg_stat_archiver
                        where last_failed_time > coalesce(last_archived_time, '-infinity')
                        """)
                .query((row, _) -> row.getString("last_failed_wal"))
                .optional()
                .map(file -> "the database cannot bring " + file + " to the archive in " + backups.folder()
                        + "; what it writes is kept until it can, and takes room");
    }

    @Override
    public String detail() {
        return newest().map(time -> "newest of " + time).orElse("none yet");
    }

    private Optional<Instant> newest() {
        try {
            var names = backups.names();
            return names.isEmpty() ? Optional.empty() : Optional.of(Backups.time(names.getLast()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
