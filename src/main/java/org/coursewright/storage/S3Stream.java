package org.coursewright.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.http.AbortableInputStream;

/// The bytes of an answer. Who closes it early gives the connection up: reading the rest of a video would take longer.
final class S3Stream extends FilterInputStream {

    private final AbortableInputStream answer;
    private long left;

    S3Stream(AbortableInputStream answer, long length) {
        super(answer);
        this.answer = answer;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        return counted(read < 0 ? -1 : 1) < 0 ? -1 : read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return counted(super.read(bytes, offset, length));
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(bytes);
        left -= skipped;
        return skipped;
    }

    @Override
    public void close() throws IOException {
        if (left > 0) answer.abort();
        super.close();
    }

    /// A connection that ends too early must not look like the end of the object.
    private int counted(int read) throws IOException {
        if (read > 0) left -= read;
        if (read < 0 && left > 0) throw new IOException("S3 stopped " + left + " bytes before the end");
        return read;
    }
}
