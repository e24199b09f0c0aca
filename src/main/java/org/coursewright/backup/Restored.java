package org.coursewright.backup;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was restored, or would be.
///
/// @param found absent where the database is not in the backup
/// @param exact whether the rows must be as many as were counted
/// @param aside where what was there before lies now
/// @param bytes that were read, checked and written
public record Restored(
        Backup backup,
        Optional<Database> found,
        boolean exact,
        int files,
        long bytes,
        double seconds,
        Optional<Path> aside) {

    /// What the database holds.
    ///
    /// @param asOf the last change that is in it
    /// @param other tables whose rows are not as many as were counted, and how many they are
    /// @param missing files that the database names and no backup has
    public record Database(
            Optional<Instant> asOf,
            long rows,
            Map<String, Long> other,
            List<String> missing) {}

    public long rows() {
        return found.map(Database::rows).orElse(0L);
    }

    /// Whether all is there that should be.
    public boolean good() {
        return !exact || found.stream().allMatch(one -> one.other().isEmpty() && one.missing().isEmpty());
    }
}
