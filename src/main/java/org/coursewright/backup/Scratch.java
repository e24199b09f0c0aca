package org.coursewright.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// A folder inside of a data folder in which another one is put together: on the same disk, even where the data folder
/// is a disk of its own.
final class Scratch {

    private static final long SPARE = 200 << 20; // PostgreSQL is unpacked, and writes

    private Scratch() {}

    /// What one before has left goes. The programs of PostgreSQL are shared with the data folder.
    static Path in(Path data, String prefix) throws IOException {
        Files.createDirectories(data.resolve("cache"));
        try (var left = Files.newDirectoryStream(data, prefix + "*")) {
            for (var folder : left)
                Disk.delete(folder);
        }
        var scratch = Files.createDirectory(data.resolve(prefix + Backups.name(Instant.now())));
        Files.createSymbolicLink(scratch.resolve("cache"), data.resolve("cache"));
        return scratch;
    }

    static void checkRoom(Path data, List<BackupFile> files) throws IOException {
        long needed = files.stream().mapToLong(BackupFile::size).sum() + SPARE;
        long room = Files.getFileStore(data).getUsableSpace();
        if (room < needed)
            throw new BackupRefused("There is no room in " + data + ": it takes " + (needed >> 20) + " MB, and "
                    + (room >> 20) + " MB are free.");
    }
}
