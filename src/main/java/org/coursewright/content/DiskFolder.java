package org.coursewright.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.coursewright.platform.Hash;

/// A school folder on disk. Hidden files and links that lead elsewhere are not part of it.
public final class DiskFolder {

    /// What `pull` puts beside a file that both sides changed.
    public static final String THEIRS = ".theirs";

    private static final Set<String> IGNORED = Set.of("node_modules", "target", "__pycache__");

    private DiskFolder() {}

    /// Reads the names of all files; texts are read when asked for. The hash of what is too large for a text stands for
    /// its name and size: enough to check, and no video is read for it.
    ///
    /// @param root an existing folder
    public static SourceTree read(Path root) throws IOException {
        return read(files(root), file -> {
            long size = Files.size(file);
            return size > SchoolFolder.LARGEST_TEXT ? Hash.of(file + " " + size) : Hash.of(file);
        });
    }

    /// @param files as [#files] found them
    /// @param hashes tells the hash of a file, perhaps from memory
    public static SourceTree read(SortedMap<String, Path> files, Hashing hashes) throws IOException {
        var all = new ArrayList<SourceFile>();
        for (var file : files.entrySet()) {
            var disk = file.getValue();
            all.add(new SourceFile(
                    file.getKey(), hashes.of(disk), Files.size(disk), () -> utf8(Files.readAllBytes(disk))));
        }
        return new SourceTree(all);
    }

    /// Tells the hash of a file.
    @FunctionalInterface
    public interface Hashing {
        Hash of(Path file) throws IOException;
    }

    /// Its files by their path relative to the root, with `/`.
    public static SortedMap<String, Path> files(Path root) throws IOException {
        var files = new TreeMap<String, Path>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean skipped = !folder.equals(root) && isIgnored(folder);
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && !isIgnored(file))
                    files.put(root.relativize(file).toString().replace('\\', '/'), file);
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    /// Links are never followed: those that lead out of the folder, or nowhere, are errors.
    public static List<Finding> links(Path root) throws IOException {
        var findings = new ArrayList<Finding>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean skipped = !folder.equals(root) && isIgnored(folder);
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!attributes.isSymbolicLink() || isIgnored(file)) return FileVisitResult.CONTINUE;
                boolean stays = Files.exists(file) && file.toRealPath().startsWith(root.toRealPath());
                findings.add(new Finding(
                        root.relativize(file).toString().replace('\\', '/'), 0,
                        stays ? Finding.Level.WARNING : Finding.Level.ERROR,
                        stays
                                ? "Links are not followed. Put the file itself here."
                                : "This link leads out of the folder, or nowhere. Put the file itself here."));
                return FileVisitResult.CONTINUE;
            }
        });
        return findings;
    }

    /// Strict UTF-8: fails on bytes that are none.
    public static String utf8(byte[] bytes) throws IOException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static boolean isIgnored(Path path) {
        var name = String.valueOf(path.getFileName());
        return name.startsWith(".") || IGNORED.contains(name) || name.endsWith("~")
                || name.endsWith(THEIRS);
    }
}
