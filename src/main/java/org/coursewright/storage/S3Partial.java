package org.coursewright.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.commons.io.input.BoundedInputStream;
import org.coursewright.platform.RandomCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An object in the making as segments in the bucket, so that any node goes on with it. All but the last have 8 MiB and
/// can be joined by S3 itself; the last one is stored anew, longer, at every [#sync], and lies on the disk meanwhile.
final class S3Partial implements PartialObject {

    static final int SEGMENT = 8 << 20;

    private static final Logger log = LoggerFactory.getLogger(S3Partial.class);
    private static final long LARGEST = (long) SEGMENT * S3Assembly.MOST_PARTS;

    private final S3Bucket bucket;
    private final String folder;
    private final UnaryOperator<String> objects;
    private final Path scratch;
    private final String writer = RandomCode.of(6);

    private final List<S3Piece> finished = new ArrayList<>();
    private boolean known;
    private long start;
    private long tail;
    private @Nullable S3Piece stored;
    private @Nullable Path file;
    private @Nullable FileChannel channel;

    /// @param folder of its segments, ends with `/`
    /// @param objects from the key of an object to its place in the bucket
    /// @param scratch a folder for the last segment
    S3Partial(S3Bucket bucket, String folder, UnaryOperator<String> objects, Path scratch) {
        this.bucket = bucket;
        this.folder = folder;
        this.objects = objects;
        this.scratch = scratch;
    }

    @Override
    public void truncate(long length) throws IOException {
        goOnAt(length, segments());
    }

    @Override
    public void append(byte[] bytes, int length) throws IOException {
        goOn();
        if (start + tail + length > LARGEST)
            throw new IOException("an upload to S3 may have at most " + (LARGEST >> 30) + " GB");
        keep(bytes, length);
        if (tail >= SEGMENT) store();
    }

    @Override
    public void sync() throws IOException {
        goOn();
        store();
    }

    @Override
    public InputStream open() throws IOException {
        goOn();
        var before = new S3PieceStream(bucket, finished);
        if (tail == 0) return before;
        var last = BoundedInputStream.builder().setInputStream(Files.newInputStream(file())).setMaxCount(tail).get();
        return new SequenceInputStream(before, last);
    }

    @Override
    public void become(String key) throws IOException {
        var target = objects.apply(key);
        sync();
        var pieces = new ArrayList<>(finished);
        if (stored != null) pieces.add(stored);
        if (pieces.isEmpty()) bucket.put(target, file(), 0);
        else
            bucket.assembly(target).join(pieces, scratch);
        try {
            delete();
        } catch (IOException fault) {
            log.warn("{} is stored; what it was made of is left until its upload is swept", key, fault);
        }
    }

    @Override
    public void delete() throws IOException {
        bucket.delete(bucket.list(folder).stream().map(S3Piece::key).toList());
        forget();
        known = false;
    }

    @Override
    public void close() throws IOException {
        if (channel != null) channel.close();
        if (file != null) Files.deleteIfExists(file);
        channel = null;
        file = null;
    }

    private void goOn() throws IOException {
        if (known) return;
        var segments = segments();
        goOnAt(segments.cover(Long.MAX_VALUE).stream().mapToLong(S3Piece::length).sum(), segments);
    }

    private S3Segments segments() throws IOException {
        return S3Segments.of(folder, bucket.list(folder));
    }

    /// Whoever dies in here has dropped nothing below the length: what reaches beyond it goes only when the part below
    /// is stored once more.
    private void goOnAt(long length, S3Segments segments) throws IOException {
        var cover = new ArrayList<>(segments.cover(length));
        long there = cover.stream().mapToLong(S3Piece::length).sum();
        if (there < length)
            throw new IOException(folder + " has " + there + " bytes where " + length + " were stored");
        forget();
        start = length;
        if (there > length || !cover.isEmpty() && cover.getLast().length() < SEGMENT) {
            var last = cover.removeLast();
            fetch(new S3Piece(last.key(), last.from(), last.length() - (there - length), last.size()));
            start = length - tail;
            if (there > length) stored = null;
        }
        finished.addAll(cover);
        known = true;
        store();
        var kept = finished.stream().map(S3Piece::key).collect(Collectors.toSet());
        if (stored != null) kept.add(stored.key());
        bucket.delete(segments.beyond(length).stream().filter(key -> !kept.contains(key)).toList());
    }

    private void fetch(S3Piece piece) throws IOException {
        try (var in = new S3PieceStream(bucket, List.of(piece))) {
            var buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer))
                keep(buffer, read);
        }
        stored = piece;
    }

    /// Writes behind what counts, so that a full disk leaves nothing that does.
    private void keep(byte[] bytes, int length) throws IOException {
        try {
            for (var buffer = ByteBuffer.wrap(bytes, 0, length); buffer.hasRemaining();)
                channel().write(buffer, tail + buffer.position());
        } catch (IOException fault) {
            throw StorageFull.from(fault);
        }
        tail += length;
    }

    /// Durable when it returns. A segment that is long enough is not touched any more.
    private void store() throws IOException {
        if (tail > (stored == null ? 0 : stored.length())) {
            var key = S3Segments.key(folder, start, writer);
            bucket.put(key, file(), tail);
            stored = new S3Piece(key, 0, tail, tail);
        }
        if (tail < SEGMENT || stored == null) return;
        finished.add(stored);
        start += tail;
        beginTail();
    }

    private void forget() throws IOException {
        finished.clear();
        start = 0;
        beginTail();
    }

    private void beginTail() throws IOException {
        tail = 0;
        stored = null;
        if (channel != null) channel.truncate(0);
    }

    private Path file() throws IOException {
        if (file == null) file = Files.createTempFile(scratch, "tail-", "");
        return file;
    }

    private FileChannel channel() throws IOException {
        if (channel == null) channel = FileChannel.open(file(), StandardOpenOption.WRITE);
        return channel;
    }
}
