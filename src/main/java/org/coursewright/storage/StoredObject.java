package org.coursewright.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/// An object as it lies in the storage.
public interface StoredObject {

    long size();

    /// Its bytes from an offset on, at most `length` of them; the caller closes the stream.
    InputStream open(long from, long length) throws IOException;

    default InputStream open() throws IOException {
        return open(0, size());
    }

    /// The file that holds exactly these bytes, where there is one: the web server may send it without copying.
    Optional<Path> file();
}
