package org.coursewright.storage;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/// Pieces one after the other, each asked for when it is its turn.
final class S3PieceStream extends InputStream {

    private final S3Bucket bucket;
    private final Queue<S3Piece> coming;
    private InputStream current = InputStream.nullInputStream();

    S3PieceStream(S3Bucket bucket, List<S3Piece> pieces) {
        this.bucket = bucket;
        this.coming = new ArrayDeque<>(pieces);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) return 0;
        for (int read = current.read(bytes, offset, length); true; read = current.read(bytes, offset, length)) {
            if (read > 0) return read;
            var next = coming.poll();
            if (next == null) return -1;
            current.close();
            current = bucket.open(next.key(), next.from(), next.length());
        }
    }

    @Override
    public void close() throws IOException {
        coming.clear();
        current.close();
    }
}
