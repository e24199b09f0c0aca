package org.coursewright.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.coursewright.platform.postgres.EmbeddedPostgres;

/// How a wish is answered.
///
/// @param files of the backup, and files of schools that later backups have besides: the database may name them
/// @param wal files of the archive that are read after it
/// @param recovery settings that tell PostgreSQL how far to read
record Plan(Backup backup, List<BackupFile> files, List<Path> wal, List<String> recovery) {

    /// `Z` is not known to PostgreSQL before it has started.
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSSxxx")
            .withZone(ZoneOffset.UTC);
    private static final String PROMOTE = "recovery_target_action=promote";

    static Plan of(Backups backups, Wish wish) throws IOException {
        var backup = chosen(backups, wish);
        var database = backup.database();
        if (database == null) return new Plan(backup, backup.files(), List.of(), List.of());
        if (!database.major().equals(EmbeddedPostgres.MAJOR))
            throw new BackupRefused("The backup " + backup.name() + " is of PostgreSQL " + database.version()
                    + ", which this program does not bring: it has " + EmbeddedPostgres.MAJOR
                    + ". Restore it with Coursewright " + backup.program() + ".");
        var archive = Wal.of(backups, database);
        var recovery = new ArrayList<>(List.of("restore_command=" + archive.archive().restoreCommand(), PROMOTE));
        recovery.add("recovery_target_timeline=" + (archive.passes(database) ? "latest" : "current"));
        if (wish.time().isPresent()) recovery.add("recovery_target_time=" + TIME.format(wish.time().get()));
        else if (wish.backup().isPresent()) recovery.add("recovery_target=immediate");
        boolean alone = wish.time().isEmpty() && wish.backup().isPresent();
        var wal = alone ? List.<Path>of() : archive.after(database.lastWal());
        return new Plan(backup, alone ? backup.files() : withLaterFiles(backups, backup), wal, List.copyOf(recovery));
    }

    /// Whether it ends just where the rows of the backup were counted.
    boolean exact() {
        return backup.database() != null && backup.database().exact() && wal.isEmpty();
    }

    /// The same, as far as there is anything.
    List<String> recoveryToTheEnd() {
        return recovery.stream().filter(setting -> !setting.startsWith("recovery_target_time=")).toList();
    }

    long bytes() {
        return files.stream().mapToLong(BackupFile::size).sum();
    }

    private static Backup chosen(Backups backups, Wish wish) throws IOException {
        var names = backups.names();
        if (names.isEmpty()) throw new BackupRefused("There is no backup in " + backups.folder() + ".");
        if (wish.backup().isPresent()) {
            var backup = backups.read(wish.backup().get());
            if (wish.time().isPresent()) checkReach(backups, backup, wish.time().get());
            return backup;
        }
        for (var name : names.reversed()) {
            if (wish.time().isPresent() && Backups.time(name).isAfter(wish.time().get())) continue;
            var found = wish.time().isEmpty() ? Optional.of(backups.read(name)) : backups.readable(name);
            if (found.isEmpty() || !leadsTo(backups, found.get(), wish.time())) continue;
            var backup = found.get();
            if (wish.time().isPresent()) checkReach(backups, backup, wish.time().get());
            return backup;
        }
        if (wish.time().isPresent()) checkReach(backups, backups.read(names.getFirst()), wish.time().get());
        throw new BackupRefused(
                "No backup in " + backups.folder() + " leads to the newest state: name one by --backup. "
                        + "There are: " + String.join(", ", names));
    }

    private static boolean leadsTo(Backups backups, Backup backup, Optional<Instant> time) throws IOException {
        if (time.isPresent() && backup.endedAt().isAfter(time.get())) return false;
        return backup.database() == null || Wal.of(backups, backup.database()).passes(backup.database());
    }

    /// A moment that is outside is told with those that are inside.
    private static void checkReach(Backups backups, Backup backup, Instant time) throws IOException {
        var database = backup.database();
        if (database == null)
            throw new BackupRefused("The database is not in the backup " + backup.name()
                    + ": a moment of it is brought back by the tools of its own server.");
        var end = Wal.of(backups, database).end(backup, database);
        if (time.isBefore(backup.endedAt()) || time.isAfter(end))
            throw new BackupRefused("The state of " + time + " cannot be brought back: possible is "
                    + (end.equals(backup.endedAt())
                            ? backup.endedAt() + " alone, since the archive has nothing after that backup."
                            : "from " + backup.endedAt() + " to " + end + "."));
    }

    private static List<BackupFile> withLaterFiles(Backups backups, Backup backup) throws IOException {
        var files = new ArrayList<>(backup.files());
        var paths = new HashSet<String>();
        files.forEach(file -> paths.add(file.path()));
        for (var name : backups.names()) {
            if (name.compareTo(backup.name()) <= 0) continue;
            for (var file : backups.readable(name).map(Backup::files).orElse(List.of()))
                if (file.path().startsWith(BackingUp.OBJECTS) && paths.add(file.path())) files.add(file);
        }
        return files;
    }
}
