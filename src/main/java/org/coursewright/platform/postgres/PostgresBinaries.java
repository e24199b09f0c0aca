package org.coursewright.platform.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The bundled programs of PostgreSQL, unpacked once for each version.
final class PostgresBinaries {

    static final String VERSION = "18.6";

    private PostgresBinaries() {}

    /// The folder that holds `bin/postgres`. Safe to call from several processes at once.
    static Path unpacked(Path cache) throws IOException {
        var home = cache.resolve("postgres-" + VERSION);
        var complete = home.resolve(".complete");
        if (Files.exists(complete)) return home;
        Files.createDirectories(cache);
        var fresh = Files.createTempDirectory(cache, "unpack-");
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        unpack(fresh);
        Files.createFile(fresh.resolve(".complete"));
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException wonByAnother) {
            if (!Files.exists(complete)) throw wonByAnother;
        }
        return home;
    }

    private static void unpack(Path target) throws IOException {
        var archive = "postgres-linux-" + architecture() + ".txz";
        try (InputStream raw = PostgresBinaries.class.getClassLoader().getResourceAsStream(archive)) {
            if (raw == null)
                throw new IOException("This build has no PostgreSQL for " + architecture()
                        + ": set COURSEWRIGHT_DATABASE_URL to one that you run");
            try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(raw, 1 << 16)))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry())
                    unpack(tar, entry, target);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        var path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) throw new IOException("entry outside of the archive: " + entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        var executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static String architecture() {
        var name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> name;
        };
    }
}
