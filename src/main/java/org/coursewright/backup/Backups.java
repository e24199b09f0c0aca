package org.coursewright.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.coursewright.platform.postgres.WalArchive;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A folder of backups: `{name}/manifest.json` for each of them, `objects` with the bytes of all, `wal` with what the
/// database wrote since.
public final class Backups {

    private static final Pattern NAME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d{6}\\.\\d{3}Z");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss.SSSX")
            .withZone(ZoneOffset.UTC);
    private static final String UNFINISHED = ".part";
    private static final String MANIFEST = "manifest.json";

    private static final Logger log = LoggerFactory.getLogger(Backups.class);

    private final Path folder;

    public Backups(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    public Path folder() {
        return folder;
    }

    Pool pool() {
        return new Pool(folder.resolve("objects"));
    }

    /// Finished ones, the oldest first.
    public List<String> names() throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (var entries = Files.list(folder)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted()
                    .toList();
        }
    }

    /// When a backup was begun, as its name says.
    static Instant time(String name) {
        return TIME.parse(name, Instant::from);
    }

    static String name(Instant time) {
        return TIME.format(time);
    }

    /// The newest one.
    public Optional<Backup> newest() throws IOException {
        var names = names();
        return names.isEmpty() ? Optional.empty() : Optional.of(read(names.getLast()));
    }

    Backup read(String name) throws IOException {
        var file = folder.resolve(name).resolve(MANIFEST);
        if (!NAME.matcher(name).matches() || !Files.exists(file))
            throw new BackupRefused("There is no backup " + name + " in " + folder + ". There are: "
                    + String.join(", ", names()));
        try {
            return JsonMapper.shared().readValue(file, Backup.class);
        } catch (JacksonException damaged) {
            throw new BackupRefused(
                    "The backup is damaged: " + file + " cannot be read: " + damaged.getOriginalMessage());
        }
    }

    /// Absent when its list is damaged, for who can do without it.
    Optional<Backup> readable(String name) throws IOException {
        try {
            return Optional.of(read(name));
        } catch (BackupRefused damaged) {
            log.warn("{}", damaged.getMessage());
            return Optional.empty();
        }
    }

    /// Makes a backup visible, all at once, after everything that it names is durable.
    void finish(Backup backup) throws IOException {
        var unfinished = Files.createDirectories(folder.resolve(backup.name() + UNFINISHED));
        JsonMapper.shared().writeValue(unfinished.resolve(MANIFEST), backup);
        Disk.sync(folder);
        Files.move(unfinished, folder.resolve(backup.name()), StandardCopyOption.ATOMIC_MOVE);
        Disk.sync(folder);
    }

    /// Only one program at a time writes to a folder of backups.
    FileChannel lock() throws IOException {
        Files.createDirectories(folder);
        var channel = FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (Disk.tryLock(channel)) return channel;
        channel.close();
        throw new BackupRefused("Another backup to " + folder + " is being made. Try again when it is done.");
    }

    /// Deletes what interrupted backups have left in the making.
    void tidy() throws IOException {
        for (var name : unfinished())
            Disk.delete(folder.resolve(name));
        pool().tidy();
    }

    /// Deletes all but the newest, the bytes that only those named, and the WAL from before the oldest that is left. While
    /// another one is being made nothing is deleted: its bytes are named by none yet.
    public void keep(int number) throws IOException {
        try (var _ = lock()) {
            keepAlone(number);
        } catch (BackupRefused beingMade) {
            log.info("Old backups stay until the next time: {}", beingMade.getMessage());
        }
    }

    private void keepAlone(int number) throws IOException {
        var names = names();
        int gone = Math.max(0, names.size() - number);
        var kept = names.subList(gone, names.size());
        var named = named(kept); // before anything goes: one that cannot be read stops this here
        var systems = systems(names.subList(0, gone));
        systems.removeAll(systems(kept));
        for (var system : systems)
            Disk.delete(WalArchive.of(folder, system).folder()); // of a database that is no more
        for (var name : names.subList(0, gone)) {
            var unfinished = folder.resolve(name + UNFINISHED);
            Files.move(folder.resolve(name), unfinished, StandardCopyOption.ATOMIC_MOVE);
            Disk.delete(unfinished);
        }
        pool().sweep(named);
        var database = read(kept.getFirst()).database();
        if (database != null) Wal.of(this, database).deleteBefore(database.firstWal());
    }

    /// Databases that backups are of.
    private Set<String> systems(List<String> names) throws IOException {
        var systems = new HashSet<String>();
        for (var name : names)
            Optional.ofNullable(read(name).database()).ifPresent(one -> systems.add(one.system()));
        return systems;
    }

    private Set<String> named(List<String> names) throws IOException {
        var named = new HashSet<String>();
        for (var name : names)
            read(name).files().forEach(file -> named.add(file.sha256()));
        return named;
    }

    private Set<String> unfinished() throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> name.endsWith(UNFINISHED))
                    .collect(Collectors.toSet());
        }
    }
}
