package org.coursewright.storage;

import java.io.IOException;
import java.io.InputStream;

/// An object in the making: it grows at its end, outlives the process, and becomes an object once it is whole.
public interface PartialObject extends AutoCloseable {

    /// Drops what lies behind a length.
    ///
    /// @throws IOException when there is less than that
    void truncate(long length) throws IOException;

    /// Adds bytes at the end; they are safe after the next [#sync].
    ///
    /// @throws StorageFull when there is no room
    void append(byte[] bytes, int length) throws IOException;

    /// Makes everything durable that was appended.
    void sync() throws IOException;

    /// The bytes so far; the caller closes the stream.
    InputStream open() throws IOException;

    /// Becomes the object with this key; it is not partial any more.
    void become(String key) throws IOException;

    void delete() throws IOException;

    @Override
    void close() throws IOException;
}
