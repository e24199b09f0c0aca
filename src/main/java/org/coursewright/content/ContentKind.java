package org.coursewright.content;

/// Door: a module reads its kind of files. Pure: no database, so that the command line runs the same code.
public interface ContentKind {

    /// Adds what its files say, claims them, and notes what is wrong with them.
    void read(FolderReading folder);

    /// Looks at everything that was read, of all kinds.
    default void check(FolderReading folder) {}
}
