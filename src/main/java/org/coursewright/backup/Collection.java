package org.coursewright.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The files of a backup while it is made. What the one before has already is not copied again.
final class Collection {

    private final Path data;
    private final Pool pool;
    private final Watch watch;
    private final Map<String, BackupFile> before = new HashMap<>();
    private final Set<String> trusted = new HashSet<>();
    private final List<BackupFile> files = new ArrayList<>();
    private final List<String> folders = new ArrayList<>();
    private long freshBytes;

    Collection(Path data, Pool pool, Optional<Backup> before, Watch watch) {
        this.data = data;
        this.pool = pool;
        this.watch = watch;
        before.ifPresent(backup -> backup.files().forEach(file -> {
            this.before.put(file.path(), file);
            trusted.add(file.sha256());
        }));
    }

    List<BackupFile> files() {
        return files;
    }

    List<String> folders() {
        return folders;
    }

    /// Bytes that no backup had before.
    long freshBytes() {
        return freshBytes;
    }

    void folder(Path folder) {
        folders.add(data.relativize(folder).toString());
    }

    /// Files below the data folder that may change while they are read, or go.
    void copy(String step, List<Path> sources) throws IOException {
        long total = 0;
        for (var source : sources)
            total += size(source);
        long done = 0;
        for (var source : sources) {
            watch.at(step, done, total);
            done += put(source, data.relativize(source).toString());
        }
        watch.at(step, total, total);
    }

    /// Files that are replaced as a whole or not at all: the same length and the same time of change is the same file.
    ///
    /// @param as the folder that they belong to, from the data folder on
    void copyUnchanging(String step, Path folder, String as) throws IOException {
        var sources = Disk.files(folder);
        long done = 0;
        for (var source : sources) {
            watch.at(step, done++, sources.size());
            var path = as + "/" + folder.relativize(source);
            if (path.endsWith(".part") || kept(source, path)) continue;
            put(source, path);
        }
        watch.at(step, sources.size(), sources.size());
    }

    void add(Path file, String text) throws IOException {
        add(file, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /// Bytes that become a file.
    void add(Path file, byte[] bytes) throws IOException {
        var written = Files.createTempFile("coursewright-", "");
        try {
            Files.write(written, bytes);
            put(written, data.relativize(file).toString());
        } finally {
            Files.delete(written);
        }
    }

    private boolean kept(Path source, String path) throws IOException {
        var known = before.get(path);
        if (known == null) return false;
        try {
            var same = Files.size(source) == known.size()
                    && Files.getLastModifiedTime(source).toInstant().truncatedTo(ChronoUnit.MICROS)
                            .equals(known.changed().truncatedTo(ChronoUnit.MICROS))
                    && pool.holds(known);
            if (same) files.add(known);
            return same;
        } catch (NoSuchFileException gone) {
            return true;
        }
    }

    private long put(Path source, String path) throws IOException {
        try {
            var put = pool.put(source, path, trusted);
            files.add(put.file());
            if (put.fresh()) freshBytes += put.file().size();
            trusted.add(put.file().sha256());
            return put.file().size();
        } catch (NoSuchFileException gone) {
            if (Files.exists(source)) throw gone;
            return 0;
        }
    }

    private static long size(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException gone) {
            return 0;
        }
    }
}
