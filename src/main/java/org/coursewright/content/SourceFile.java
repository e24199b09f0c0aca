package org.coursewright.content;

import java.io.IOException;
import java.util.Locale;
import org.coursewright.platform.Hash;

/// A file of a school folder. Its bytes are read only when somebody asks for its text.
///
/// @param path relative to the source's root, with `/`
/// @param size bytes
public record SourceFile(String path, Hash hash, long size, Text text) {

    /// Reads the file as UTF-8; fails where it is none.
    @FunctionalInterface
    public interface Text {
        String read() throws IOException;
    }

    /// The name without its folders.
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// The folder that holds it, empty at the root.
    public String folder() {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /// The name without its last extension and without the number that orders it: `01-welcome.md` is `welcome`.
    public String stem() {
        return Names.withoutNumber(Names.withoutExtension(name()));
    }

    public boolean hasExtension(String... extensions) {
        for (var extension : extensions)
            if (name().toLowerCase(Locale.ROOT).endsWith("." + extension)) return true;
        return false;
    }
}
