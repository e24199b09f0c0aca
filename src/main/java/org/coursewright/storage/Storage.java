package org.coursewright.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where bytes are kept. Keys are relative paths of `[A-Za-z0-9._-]` and `/`; an object is whole or absent.
public interface Storage {

    /// Takes a finished file over (it may be moved); replaces what had the key. Durable when it returns.
    void put(String key, Path file) throws IOException;

    Optional<StoredObject> find(String key) throws IOException;

    /// Removes it; nothing happens where there is none.
    void delete(String key) throws IOException;

    /// Keys under a prefix, in order.
    List<String> list(String prefix) throws IOException;

    /// A file on the same disk as the objects, in which to build one before [#put]; the caller deletes what is left.
    Path scratch() throws IOException;

    /// An object in the making, by a name of its own; made where there is none.
    PartialObject partial(String name) throws IOException;

    /// Bytes that there is room for.
    long room() throws IOException;

    /// Whether bytes can be written now; the reason when they cannot.
    Optional<String> fault();
}
