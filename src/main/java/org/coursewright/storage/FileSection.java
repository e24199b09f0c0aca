package org.coursewright.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.input.BoundedInputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;

/// Bytes of a file as the body of a request. Every try opens the file anew: a time-out interrupts the thread, and that
/// closes a channel for good.
final class FileSection implements ContentStreamProvider, AutoCloseable {

    private final Path file;
    private final long from;
    private final long length;
    private @Nullable InputStream current;

    FileSection(Path file, long from, long length) {
        this.file = file;
        this.from = from;
        this.length = length;
    }

    RequestBody body() {
        return RequestBody.fromContentProvider(this, length, "application/octet-stream");
    }

    @Override
    public InputStream newStream() {
        try {
            close();
            var in = Files.newInputStream(file);
            in.skipNBytes(from);
            current = BoundedInputStream.builder().setInputStream(in).setMaxCount(length).get();
            return current;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() throws IOException {
        if (current != null) current.close();
        current = null;
    }
}
