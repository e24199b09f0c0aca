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

    /// Reads names and hashes of all files; texts are read when asked for.
    ///
    /// @param root an existing folder
    public static SourceTree read(Path root) throws IOException {
        return read(files(root), Hash::of);
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
