package org.coursewright.video;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The bytes of another server as they come: it counts them, tells of them each second, and stops where nobody wants
/// them any more or they come too slowly.
final class Inflow extends InputStream {

    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(1);

    private final InputStream bytes;
    private final ImportLimits limits;
    private final long from;
    private final long size;
    private final Listener listener;
    private final long began = System.nanoTime();
    private long told = began;
    private long at;
    private End end = End.NONE;

    /// Why it stopped, where that was not the end of the bytes.
    enum End {
        NONE, UNWANTED, TOO_SLOW, INTERRUPTED
    }

    /// Hears how far it is.
    @FunctionalInterface
    interface Listener {

        /// @return whether to go on
        boolean goOn(long received, @Nullable Duration left);
    }

    /// @param from bytes of the file that are here already
    Inflow(InputStream bytes, ImportLimits limits, long from, long size, Listener listener) {
        this.bytes = bytes;
        this.limits = limits;
        this.from = from;
        this.size = size;
        this.listener = listener;
    }

    End end() {
        return end;
    }

    /// Bytes that came in this flow.
    long count() {
        return at;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        end = checked();
        if (end != End.NONE) return -1;
        int read = bytes.read(buffer, offset, length);
        if (read > 0) at += read;
        return read;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    private End checked() {
        if (end != End.NONE) return end;
        if (Thread.currentThread().isInterrupted()) return End.INTERRUPTED;
        var now = System.nanoTime();
        if (limits.exceeded(Duration.ofNanos(now - began), at)) return End.TOO_SLOW;
        if (now - told < BETWEEN_WORDS.toNanos()) return End.NONE;
        told = now;
        return listener.goOn(from + at, left(now - began)) ? End.NONE : End.UNWANTED;
    }

    private @Nullable Duration left(long nanos) {
        return at == 0 ? null : Duration.ofMillis((long) (nanos / 1e6 * (size - from - at) / at));
    }
}
