package org.coursewright.content;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// A school folder on a disk: which of its files belong to the school.
public final class SourceFolder {

    /// What `pull` puts beside a file that both sides changed.
    public static final String THEIRS = ".theirs";

    private static final Set<String> OTHER_PEOPLES = Set.of("node_modules", "target", "Thumbs.db");

    private SourceFolder() {}

    /// Its files by their path relative to the root, with `/`. What begins with a dot is not the school's.
    public static SortedMap<String, Path> files(Path root) throws IOException {
        var files = new TreeMap<String, Path>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return folder.equals(root) || belongs(folder)
                        ? FileVisitResult.CONTINUE
                        : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (belongs(file) && Files.isRegularFile(file))
                    files.put(root.relativize(file).toString().replace('\\', '/'), file);
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private static boolean belongs(Path path) {
        var name = String.valueOf(path.getFileName());
        return !name.startsWith(".") && !name.endsWith(THEIRS) && !name.endsWith("~")
                && !OTHER_PEOPLES.contains(name);
    }
}
