package org.coursewright.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.coursewright.backup.BackingUp;
import org.coursewright.backup.Backups;
import org.coursewright.backup.Holdings;
import org.coursewright.backup.Restored;
import org.coursewright.backup.Restoring;
import org.coursewright.backup.Watch;
import org.coursewright.backup.Wish;

/// `restore`: an installation that is gone comes back from its backup, until its database has started, read what was
/// written during the backup and counted every row. The floor is `cp -r` and `sha256sum` of the same bytes.
final class Restores {

    private static final Watch NOBODY = (_, _, _) -> {};

    private Restores() {}

    static List<Figure> measure(Path home, Path work, Seed seed) throws Exception {
        var data = seed.ready(home, work);
        var folder = work.resolve("backups");
        Seed.delete(folder);
        var backups = new Backups(folder);
        var here = new Holdings(data, true, Optional.of(data.resolve("storage")), Optional.empty());
        var first = new BackingUp(backups, here, NOBODY).make();
        double floor = floor(folder, work);
        var second = new BackingUp(backups, here, NOBODY).make();
        var restored = restored(backups, here, work.resolve("restored"));
        if (!restored.good() || restored.rows() != second.backup().rows())
            throw new IOException("not everything came back: " + restored.found());
        Seed.delete(folder);
        return List.of(
                Figure.told("restore.rows", restored.rows(), "rows"),
                Figure.told("restore.bytes", restored.bytes() / 1e6, "MB"),
                Figure.told("restore", restored.seconds(), "s"),
                Figure.told("restore.floor", floor, "s"),
                Figure.told("backup", first.seconds(), "s"),
                Figure.told("backup.again", second.seconds(), "s"),
                Figure.told("backup.again.new", second.freshBytes() / 1e6, "MB"));
    }

    private static Restored restored(Backups backups, Holdings here, Path target) throws Exception {
        Seed.delete(target);
        Files.createDirectories(target);
        Files.createSymbolicLink(target.resolve("cache"), here.data().resolve("cache")); // programs are no data
        try {
            return new Restoring(backups, here.in(target), false, NOBODY).run(new Wish(Optional.empty(), Optional.empty()));
        } finally {
            Seed.delete(target);
        }
    }

    /// Seconds.
    private static double floor(Path folder, Path work) throws IOException, InterruptedException {
        var copy = work.resolve("copied");
        Seed.delete(copy);
        long began = System.nanoTime();
        run("cp", "-r", folder.toString(), copy.toString());
        run("sh", "-c", "find '" + copy + "' -type f -print0 | xargs -0 sha256sum > /dev/null");
        run("sync", "-f", copy.toString());
        double seconds = (System.nanoTime() - began) / 1e9;
        Seed.delete(copy);
        return seconds;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0)
            throw new IOException(String.join(" ", command) + " failed");
    }
}
