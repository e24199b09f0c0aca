package org.coursewright.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.coursewright.platform.postgres.WalArchive;

/// The archive of what one cluster wrote, to read. Its files are named by timeline and number.
record Wal(WalArchive archive) {

    private static final Pattern SEGMENT = Pattern.compile("([0-9A-F]{8})([0-9A-F]{16})(?:\\.gz)?");
    private static final Pattern NUMBERED = Pattern.compile("[0-9A-F]{24}\\..*");
    private static final Pattern HISTORY = Pattern.compile("[0-9A-F]{8}\\.history\\.gz");
    private static final long SEGMENTS_OF_A_LOG = 256; // of 16 MB

    static Wal of(Backups backups, Backup.Cluster database) {
        return new Wal(WalArchive.of(backups.folder(), database.system()));
    }

    /// Files without a gap from one on, without it; on whatever timeline they are. The last one's time is how long they
    /// reach.
    List<Path> after(String lastOfBackup) throws IOException {
        var byNumber = new TreeMap<Long, Path>();
        for (var file : files(SEGMENT))
            byNumber.put(number(file.getFileName().toString()), file); // sorted: the newest timeline wins
        var next = new ArrayList<Path>();
        for (long number = number(lastOfBackup) + 1; byNumber.containsKey(number); number++)
            next.add(byNumber.get(number));
        return next;
    }

    /// Whether the history that the archive tells goes through a backup: not so when the database was brought back to a
    /// moment before it and went on from there.
    boolean passes(Backup.Cluster database) throws IOException {
        var histories = files(HISTORY);
        var mine = Long.parseLong(database.lastWal().substring(0, 8), 16);
        if (histories.isEmpty()) return true;
        var newest = histories.getLast();
        if (Long.parseLong(newest.getFileName().toString().substring(0, 8), 16) == mine) return true;
        try (var in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(newest)), StandardCharsets.UTF_8))) {
            return in.lines()
                    .map(line -> line.split("\\s+"))
                    .filter(words -> words.length > 1 && words[0].equals(Long.toString(mine)))
                    .anyMatch(words -> position(database.stopLsn()) <= position(words[1]));
        }
    }

    private static long position(String lsn) {
        var halves = lsn.split("/");
        return (Long.parseLong(halves[0], 16) << 32) + Long.parseLong(halves[1], 16);
    }

    /// How long the archive reaches after a backup.
    Instant end(Backup backup, Backup.Cluster database) throws IOException {
        var files = after(database.lastWal());
        return files.isEmpty() ? backup.endedAt() : Files.getLastModifiedTime(files.getLast()).toInstant();
    }

    /// @throws BackupRefused names a file that is damaged
    static void check(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException damaged) {
            throw new BackupRefused("The archive is damaged: " + file + ": " + damaged.getMessage());
        }
    }

    /// With the notes that PostgreSQL makes about backups.
    void deleteBefore(String first) throws IOException {
        for (var file : files(NUMBERED))
            if (number(file.getFileName().toString().substring(0, first.length())) < number(first)) Files.delete(file);
    }

    private List<Path> files(Pattern pattern) throws IOException {
        if (!Files.isDirectory(archive.folder())) return List.of();
        try (var files = Files.list(archive.folder())) {
            return files.filter(file -> pattern.matcher(file.getFileName().toString()).matches()).sorted().toList();
        }
    }

    private static long number(String name) {
        var match = SEGMENT.matcher(name);
        if (!match.matches()) throw new IllegalArgumentException("not a file of WAL: " + name);
        return Long.parseLong(match.group(2).substring(0, 8), 16) * SEGMENTS_OF_A_LOG
                + Long.parseLong(match.group(2).substring(8), 16);
    }
}
