package org.coursewright.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.coursewright.platform.Hash;

/// The bytes of all backups of a folder, each only once: files named by their hash.
final class Pool {

    private static final int CHUNK = 1 << 20;
    private static final String PART = "part-";

    private final Path folder;

    Pool(Path folder) {
        this.folder = folder;
    }

    /// What was put.
    ///
    /// @param fresh whether its bytes were not there before
    record Put(BackupFile file, boolean fresh) {}

    /// Takes a copy of a file as it is now, which may be changing. Not durable yet.
    ///
    /// @param trusted hashes that lie here whole, since a finished backup names them
    Put put(Path source, String path, Set<String> trusted) throws IOException {
        var changed = Files.getLastModifiedTime(source).toInstant();
        try (var in = Files.newInputStream(source)) {
            var start = in.readNBytes(CHUNK);
            if (start.length < CHUNK) { // most are small: nothing is written where nothing is new
                var file = new BackupFile(path, start.length, changed, Hash.of(start).hex());
                if (trusted.contains(file.sha256()) && holds(file)) return new Put(file, false);
            }
            return write(start, in, path, changed, trusted);
        }
    }

    private Put write(byte[] start, InputStream rest, String path, Instant changed, Set<String> trusted)
            throws IOException {
        Files.createDirectories(folder);
        var part = Files.createTempFile(folder, PART, "");
        try {
            var digest = Hash.digest();
            long size = start.length;
            try (var out = Files.newOutputStream(part)) {
                digest.update(start);
                out.write(start);
                var chunk = new byte[CHUNK];
                for (int read = rest.read(chunk); read >= 0; read = rest.read(chunk)) {
                    digest.update(chunk, 0, read);
                    out.write(chunk, 0, read);
                    size += read;
                }
            }
            var file = new BackupFile(path, size, changed, Hash.of(digest).hex());
            if (trusted.contains(file.sha256()) && holds(file)) return new Put(file, false);
            var target = path(file);
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new Put(file, true);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// Whether a file of this length lies here.
    boolean holds(BackupFile file) throws IOException {
        try {
            return Files.size(path(file)) == file.size();
        } catch (NoSuchFileException missing) {
            return false;
        }
    }

    /// Copies a file out, and checks it on the way.
    ///
    /// @throws BackupRefused when it is damaged
    void get(BackupFile file, Path target) throws IOException {
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        try (var out = Files.newOutputStream(target)) {
            read(file, out);
        }
        Files.setLastModifiedTime(target, FileTime.from(file.changed()));
    }

    /// @throws BackupRefused when it is damaged
    void check(BackupFile file) throws IOException {
        read(file, OutputStream.nullOutputStream());
    }

    private void read(BackupFile file, OutputStream out) throws IOException {
        var digest = Hash.digest();
        try (InputStream in = Files.newInputStream(path(file))) {
            var chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
                out.write(chunk, 0, read);
            }
        } catch (NoSuchFileException missing) {
            throw new BackupRefused("The backup is damaged: " + path(file) + ", which holds " + file.path()
                    + ", is missing.");
        }
        var hash = Hash.of(digest).hex();
        if (!hash.equals(file.sha256()))
            throw new BackupRefused("The backup is damaged: " + path(file) + ", which holds " + file.path()
                    + ", has the SHA-256 " + hash + " instead of " + file.sha256() + ".");
    }

    /// Deletes what nobody names.
    void sweep(Set<String> named) throws IOException {
        for (var file : Disk.files(folder))
            if (!named.contains(String.valueOf(file.getFileName()))) Files.delete(file);
    }

    /// Deletes what an interrupted backup was writing.
    void tidy() throws IOException {
        if (!Files.isDirectory(folder)) return;
        try (var parts = Files.newDirectoryStream(folder, PART + "*")) {
            for (var part : parts)
                Files.delete(part);
        }
    }

    private Path path(BackupFile file) {
        return folder.resolve(file.sha256().substring(0, 2)).resolve(file.sha256());
    }
}
