package org.coursewright.backup;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.coursewright.platform.postgres.EmbeddedPostgres;

/// Brings an installation back. Everything is put together beside what is there and takes its place at the end, when it
/// is whole and was started once; what was there is moved aside, never deleted.
public final class Restoring {

    private static final String SCRATCH = "restoring-";
    private static final List<String> PARTS = List.of("postgres", "storage", "mailbox");

    private final Backups backups;
    private final Holdings holdings;
    private final boolean replace;
    private final Watch watch;

    /// @param holdings where to
    /// @param replace whether something may be there already
    public Restoring(Backups backups, Holdings holdings, boolean replace, Watch watch) {
        this.backups = backups;
        this.holdings = holdings;
        this.replace = replace;
        this.watch = watch;
    }

    /// @throws BackupRefused when the wish cannot be answered, a file is damaged, or something is in the way
    public Restored run(Wish wish) throws IOException, SQLException {
        long began = System.nanoTime();
        var plan = Plan.of(backups, wish);
        var data = holdings.data();
        try (var _ = EmbeddedPostgres.reserve(data)) {
            if (!replace && isTaken())
                throw new BackupRefused(data + " is not empty. With --replace what is there is moved aside.");
            var scratch = Scratch.in(data, SCRATCH);
            try {
                Scratch.checkRoom(data, plan.files());
                var found = put(scratch, plan);
                Disk.sync(data);
                var aside = swap(scratch);
                return new Restored(
                        plan.backup(), found, plan.exact(), plan.files().size(), plan.bytes(),
                        (System.nanoTime() - began) / 1e9, aside);
            } finally {
                Disk.delete(scratch);
                if (!holdings.hasCluster()) Disk.delete(data.resolve("postgres")); // else it looks like an installation
            }
        }
    }

    private boolean isTaken() throws IOException {
        return holdings.hasCluster()
                || Disk.holdsFiles(holdings.data().resolve("storage"))
                || Disk.holdsFiles(holdings.data().resolve("mailbox"));
    }

    private Optional<Restored.Database> put(Path scratch, Plan plan) throws IOException, SQLException {
        var found = Optional.<Restored.Database>empty();
        if (plan.backup().database() != null) {
            var recovery = new Recovery(scratch, plan);
            recovery.unpack(backups.pool(), watch);
            found = Optional.of(recovery.replay(watch));
            recovery.announceHistory();
        }
        var files = plan.files().stream().filter(file -> !Recovery.belongsToCluster(file)).toList();
        long total = files.stream().mapToLong(BackupFile::size).sum();
        long done = 0;
        for (var file : files) {
            watch.at("files", done, total);
            putFile(file, target(scratch, file));
            done += file.size();
        }
        return found;
    }

    /// Files of a storage elsewhere go there at once: what is missing or not the same is put, nothing is deleted.
    private Path target(Path scratch, BackupFile file) {
        var there = holdings.in(scratch).storage();
        return file.path().startsWith(BackingUp.OBJECTS) && there.isPresent()
                ? there.get().resolve(file.path().substring("storage/".length()))
                : scratch.resolve(file.path());
    }

    private void putFile(BackupFile file, Path target) throws IOException {
        var part = target.resolveSibling(target.getFileName() + ".part");
        backups.pool().get(file, part);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Optional<Path> swap(Path scratch) throws IOException {
        var data = holdings.data();
        Files.delete(scratch.resolve("cache"));
        var aside = isTaken() ? Optional.of(aside()) : Optional.<Path>empty();
        try (var moves = new Moves()) {
            for (var part : PARTS)
                if (Files.exists(data.resolve(part)) && Files.exists(scratch.resolve(part)))
                    if (aside.isPresent()) moves.move(data.resolve(part), aside.get().resolve(part));
                    else
                    Disk.delete(data.resolve(part));
            for (var part : PARTS)
                if (Files.exists(scratch.resolve(part))) moves.move(scratch.resolve(part), data.resolve(part));
            moves.keep();
        } catch (FileSystemException inTheWay) {
            throw new BackupRefused(
                    "Nothing was changed: " + inTheWay.getFile() + " cannot be moved (" + inTheWay.getReason()
                            + "). Is it a disk of its own? Restore into an empty data folder, and bring it there.");
        }
        Disk.sync(data);
        return aside;
    }

    /// Beside the data folder; within it, where that is a disk of its own.
    private Path aside() throws IOException {
        var data = holdings.data();
        var name = data.getFileName() + ".before-" + Backups.name(Instant.now());
        var probe = Files.createTempFile(data, "probe-", "");
        try {
            var beside = data.resolveSibling(name);
            Files.createDirectory(beside);
            Files.move(probe, beside.resolve("probe"), StandardCopyOption.ATOMIC_MOVE);
            Files.delete(beside.resolve("probe"));
            return beside;
        } catch (FileSystemException otherDisk) {
            Files.deleteIfExists(data.resolveSibling(name));
            return Files.createDirectory(data.resolve(name));
        } finally {
            Files.deleteIfExists(probe);
        }
    }
}
