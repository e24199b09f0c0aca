package org.coursewright.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Folders, as a whole.
final class Disk {

    private Disk() {}

    /// Makes everything durable that was written to the disk of a folder: for thousands of small files much faster than
    /// each by itself.
    static void sync(Path folder) throws IOException {
        var process = new ProcessBuilder("sync", "-f", folder.toString()).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        try {
            if (process.waitFor() != 0) throw new IOException("'sync -f " + folder + "' failed");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stop);
        }
    }

    static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList())
                Files.deleteIfExists(file);
        }
    }

    /// All folders below a folder, with itself, of which some may go while we look.
    static List<Path> folders(Path folder) throws IOException {
        return walk(folder, BasicFileAttributes::isDirectory);
    }

    /// Whether there is anything in a folder.
    static boolean holdsFiles(Path folder) throws IOException {
        return !files(folder).isEmpty();
    }

    /// All files below a folder, of which some may go while we look.
    static List<Path> files(Path folder) throws IOException {
        return walk(folder, BasicFileAttributes::isRegularFile);
    }

    private static List<Path> walk(Path folder, Predicate<BasicFileAttributes> wanted) throws IOException {
        var found = new ArrayList<Path>();
        if (Files.isDirectory(folder)) Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path entered, BasicFileAttributes attributes) {
                if (wanted.test(attributes)) found.add(entered);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (wanted.test(attributes)) found.add(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
                if (failed instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
                throw failed;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path entered, @Nullable IOException failed) throws IOException {
                if (failed == null || failed instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
                throw failed;
            }
        });
        found.sort(Comparator.naturalOrder());
        return found;
    }
}
