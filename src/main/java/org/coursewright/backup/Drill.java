package org.coursewright.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;

/// Proves that a backup can be used: reads and checks every byte of it, brings the database back in a scratch folder and
/// counts. Nothing of it stays.
public final class Drill {

    private static final String SCRATCH = "drill-";

    private final Backups backups;
    private final Path data;
    private final Watch watch;

    /// @param data a folder on whose disk the scratch folder may be
    public Drill(Backups backups, Path data, Watch watch) {
        this.backups = backups;
        this.data = data;
        this.watch = watch;
    }

    /// Where the archive leads beyond the newest backup nobody has counted, so that backup is tried alone first.
    ///
    /// @throws BackupRefused when the wish cannot be answered, a file is damaged, or another drill is here
    public Restored run(Wish wish) throws IOException, SQLException {
        var plan = Plan.of(backups, wish);
        boolean fresh = !Files.exists(data);
        Files.createDirectories(data);
        var file = data.resolve("drill.lock");
        try (var lock = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (!Disk.tryLock(lock)) throw new BackupRefused("Another drill is on its way in " + data + ".");
            try {
                return run(plan, wish);
            } finally {
                Files.delete(file);
                if (fresh) Disk.delete(data);
            }
        }
    }

    private Restored run(Plan plan, Wish wish) throws IOException, SQLException {
        boolean counted = wish.time().isPresent() || wish.backup().isPresent() || plan.wal().isEmpty();
        if (!counted) {
            var alone = run(Plan.of(backups, new Wish(Optional.of(plan.backup().name()), Optional.empty())));
            if (!alone.good()) return alone;
        }
        return run(plan);
    }

    private Restored run(Plan plan) throws IOException, SQLException {
        long began = System.nanoTime();
        var scratch = Scratch.in(data, SCRATCH);
        try {
            Scratch.checkRoom(data, plan.files().stream().filter(Recovery::belongsToCluster).toList());
            check(plan);
            var found = plan.backup().database() == null
                    ? Optional.<Restored.Database>empty()
                    : Optional.of(
                            replay(scratch, plan));
            return new Restored(
                    plan.backup(), found, plan.exact(), plan.files().size(), plan.bytes(),
                    (System.nanoTime() - began) / 1e9, Optional.empty());
        } finally {
            Disk.delete(scratch);
        }
    }

    private Restored.Database replay(Path scratch, Plan plan) throws IOException, SQLException {
        var recovery = new Recovery(scratch, plan);
        recovery.unpack(backups.pool(), watch);
        return recovery.replay(watch);
    }

    /// What is not unpacked, and so not checked by that.
    private void check(Plan plan) throws IOException {
        var files = plan.files().stream().filter(file -> !Recovery.belongsToCluster(file)).toList();
        long total = files.stream().mapToLong(BackupFile::size).sum();
        long done = 0;
        var checked = new HashSet<String>();
        for (var file : files) {
            watch.at("files", done, total);
            if (checked.add(file.sha256())) backups.pool().check(file);
            done += file.size();
        }
    }
}
