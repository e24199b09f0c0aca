package org.coursewright.video.speech;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The sound of a recording as recognisers want it (one channel, 16,000 numbers of 16 bits a second, little-endian, no
/// header), and where it can be cut without cutting a word.
public final class Speech {

    /// Services take 25 MB in one request, and models lose their thread over much longer pieces.
    public static final Duration LONGEST_PIECE = Duration.ofMinutes(10);
    public static final int RATE = 16_000;

    private static final int BYTES_A_MILLI = RATE * 2 / 1000;
    private static final int FRAME_MILLIS = 20;
    /// Frames that must be quiet together: the pause between two sentences.
    private static final int PAUSE_FRAMES = 20;
    private static final int HEADER = 44;

    private final Path file;
    private final long millis;

    /// A part of it, from and to milliseconds.
    public record Piece(long startMillis, long endMillis) {}

    public Speech(Path file) throws IOException {
        this.file = file;
        this.millis = Files.size(file) / BYTES_A_MILLI;
    }

    public long millis() {
        return millis;
    }

    /// From a moment to the end, in pieces that are cut where it is most quiet within the last fifth of each.
    ///
    /// @param longest at least 1 second
    public List<Piece> pieces(long fromMillis, Duration longest) throws IOException {
        var pieces = new ArrayList<Piece>();
        for (var start = fromMillis; start < millis;) {
            var end = millis - start <= longest.toMillis()
                    ? millis
                    : quietest(start + longest.toMillis() * 4 / 5,
                            start + longest.toMillis());
            pieces.add(new Piece(start, end));
            start = end;
        }
        return pieces;
    }

    /// Writes a piece as a WAV file.
    public void write(Piece piece, Path wav) throws IOException {
        var bytes = (piece.endMillis() - piece.startMillis()) * BYTES_A_MILLI;
        try (var in = FileChannel.open(file); var out = Files.newOutputStream(wav)) {
            header(out, (int) bytes);
            in.transferTo(piece.startMillis() * BYTES_A_MILLI, bytes, Channels.newChannel(out));
        }
    }

    /// The middle of the most quiet pause between two moments.
    private long quietest(long from, long to) throws IOException {
        var loudness = new ArrayList<Double>();
        try (var in = FileChannel.open(file)) {
            var frame = ByteBuffer.allocate(FRAME_MILLIS * BYTES_A_MILLI).order(ByteOrder.LITTLE_ENDIAN);
            for (var at = from; at + FRAME_MILLIS <= to; at += FRAME_MILLIS) {
                frame.clear();
                while (frame.hasRemaining() && in.read(frame, at * BYTES_A_MILLI + frame.position()) > 0) {
                }
                loudness.add(power(frame.flip()));
            }
        }
        var best = 0;
        var least = Double.MAX_VALUE;
        for (var at = 0; at + PAUSE_FRAMES <= loudness.size(); at++) {
            var sum = loudness.subList(at, at + PAUSE_FRAMES).stream().mapToDouble(Double::doubleValue).sum();
            if (sum > least) continue;
            least = sum; // the last of equals: pieces are long
            best = at;
        }
        return Math.min(to, from + (long) (best + PAUSE_FRAMES / 2) * FRAME_MILLIS);
    }

    private static double power(ByteBuffer frame) {
        var sum = 0.0;
        var count = Math.max(1, frame.remaining() / 2);
        while (frame.remaining() >= 2) {
            double number = frame.getShort();
            sum += number * number;
        }
        return sum / count;
    }

    /// RIFF WAVE, format 1 (PCM).
    private static void header(OutputStream out, int bytes) throws IOException {
        var header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put("RIFF".getBytes()).putInt(HEADER - 8 + bytes).put("WAVEfmt ".getBytes()).putInt(16);
        header.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * 2).putShort((short) 2)
                .putShort((short) 16);
        header.put("data".getBytes()).putInt(bytes);
        out.write(header.array());
    }
}
