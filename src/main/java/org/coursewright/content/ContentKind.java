package org.coursewright.content;

import java.util.Map;

/// Door: a module reads its kind of files. Pure: no database, so that the command line runs the same code.
public interface ContentKind {

    /// Adds what its files say, claims them, and notes what is wrong with them.
    void read(FolderReading folder);

    /// The keys of its files, by the name of their schema.
    default Map<String, Keys<?>> keys() {
        return Map.of();
    }

    /// Looks at everything that was read, of all kinds.
    default void check(FolderReading folder) {}
}
