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
import org.coursewright.platform.Hash;

/// A school folder on disk. Hidden files and links that lead elsewhere are not part of it.
public final class DiskFolder {

    private static final Set<String> IGNORED = Set.of("node_modules", "target", "__pycache__");

    private DiskFolder() {}

    /// Reads names and hashes of all files; texts are read when asked for.
    ///
    /// @param root an existing folder
    public static SourceTree read(Path root) throws IOException {
        var files = new ArrayList<SourceFile>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean skipped = !folder.equals(root) && isIgnored(folder);
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile() && !isIgnored(file)) files.add(file(root, file, attributes.size()));
                return FileVisitResult.CONTINUE;
            }
        });
        return new SourceTree(files);
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

    private static SourceFile file(Path root, Path file, long size) throws IOException {
        var path = root.relativize(file).toString().replace('\\', '/');
        return new SourceFile(path, Hash.of(file), size, () -> utf8(Files.readAllBytes(file)));
    }

    private static boolean isIgnored(Path path) {
        var name = String.valueOf(path.getFileName());
        return name.startsWith(".") || IGNORED.contains(name) || name.endsWith("~");
    }
}
