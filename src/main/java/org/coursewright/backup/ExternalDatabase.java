package org.coursewright.backup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A database that is the operator's own: it is in no backup of ours, but its server can be asked whether it is ready for
/// one of theirs.
public final class ExternalDatabase {

    private ExternalDatabase() {}

    /// What its server says about itself.
    ///
    /// @param archived when it last brought a file of WAL to its archive
    /// @param failing whether it could not since
    record State(String walLevel, String archiveMode, Optional<String> archived, boolean failing) {}

    /// Sentences for the operator, the most important first.
    public static List<String> findings(String url) {
        var findings = new ArrayList<>(List.of(
                "The database is NOT in this backup: it is a server of your own. Back it up before this command with its "
                        + "tools, pgBackRest or pg_dump: docs/operating/backup.md."));
        try {
            findings.addAll(told(state(url)));
        } catch (DataAccessException unreachable) {
            findings.add("Its server does not answer, so nothing can be said about its backups: "
                    + unreachable.getMostSpecificCause().getMessage());
        }
        return findings;
    }

    static List<String> told(State state) {
        if (state.walLevel().equals("minimal") || state.archiveMode().equals("off"))
            return List.of("Its server keeps no archive (wal_level=" + state.walLevel() + ", archive_mode="
                    + state.archiveMode() + "): what was written since its last backup would be lost.");
        if (state.failing()) return List.of("Its server CANNOT write to its archive now: see its log.");
        return List.of("Its server keeps an archive, last written "
                + state.archived().map(at -> "at " + at).orElse("never") + ".");
    }

    private static State state(String url) {
        return JdbcClient.create(new DriverManagerDataSource(url))
                .sql("""
                        select current_setting('wal_level') as wal_level, current_setting('archive_mode') as archive_mode,
                               last_archived_time::text as archived,
                               coalesce(last_failed_time > coalesce(last_archived_time, '-infinity'), false) as failing
                        from pg_stat_archiver
                        """)
                .query(ExternalDatabase::read)
                .single();
    }

    private static State read(ResultSet row, int number) throws SQLException {
        return new State(
                row.getString("wal_level"),
                row.getString("archive_mode"),
                Optional.ofNullable(row.getString("archived")),
                row.getBoolean("failing"));
    }
}
