package org.coursewright.platform.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Everything that a database has written, in files of 16 MB that are packed: with a backup from before, any moment
/// since can be brought back. One folder for each cluster, so that two never write to one name.
public record WalArchive(Path folder) {

    private static final int SECONDS = 60;

    /// @param system as the cluster calls itself
    public static WalArchive of(Path backups, String system) {
        return new WalArchive(backups.toAbsolutePath().normalize().resolve("wal").resolve(system));
    }

    /// The number that a cluster and all copies of it bear: the first eight bytes of its control file.
    public static String system(Path cluster) throws IOException {
        var control = ByteBuffer.wrap(Files.readAllBytes(cluster.resolve("global/pg_control")));
        return Long.toUnsignedString(control.order(ByteOrder.LITTLE_ENDIAN).getLong());
    }

    void prepare(Privileges privileges) throws IOException {
        Files.createDirectories(folder);
        privileges.give(folder);
        if (!privileges.mayWrite(folder))
            throw new IOException("PostgreSQL cannot write to " + folder + " as the user that it runs as: let that one "
                    + "in, or name another folder in COURSEWRIGHT_BACKUP.");
    }

    /// A file is there whole and durable, or not at all. It keeps the time of its last change, which is how long the
    /// archive reaches. After a crash PostgreSQL brings the same one again.
    List<String> settings() {
        var command = """
                f=%1$s/%%f.gz; \
                if test -f "$f"; then gzip -dc "$f" | cmp -s - "%%p"; \
                else gzip -1nc "%%p" > "$f.part" && touch -r "%%p" "$f.part" && sync "$f.part" && mv "$f.part" "$f" \
                && sync %1$s; fi""".formatted(quoted());
        return List.of("archive_mode=on", "archive_timeout=" + SECONDS, "archive_command=" + command);
    }

    /// How PostgreSQL gets a file back.
    public String restoreCommand() {
        return "test -f %1$s/%%f.gz && gzip -dc %1$s/%%f.gz > \"%%p\"".formatted(quoted());
    }

    /// For a shell, and for PostgreSQL, which has a meaning for `%`.
    private String quoted() {
        return "'" + folder.toString().replace("'", "'\\''").replace("%", "%%") + "'";
    }
}
