package org.coursewright.video.ffmpeg;

import java.nio.ByteBuffer;

/// Tells whether the first bytes of a file hold the whole list of its tracks.
final class Beginning {

    private static final int MATROSKA = 0x1A45DFA3;
    private static final int SEGMENT = 0x18538067;
    private static final int TRACKS = 0x1654AE6B;
    private static final int CLUSTER = 0x1F43B675;
    private static final int INDEX = 0x6D6F6F76; // moov
    private static final int BYTES = 0x6D646174; // mdat

    private final ByteBuffer bytes;

    private Beginning(byte[] start) {
        this.bytes = ByteBuffer.wrap(start);
    }

    static boolean tells(byte[] start) {
        if (start.length < 8) return false;
        var beginning = new Beginning(start);
        return beginning.bytes.getInt(0) == MATROSKA ? beginning.tracks() : beginning.index();
    }

    /// MP4 and MOV (ISO 14496-12): boxes of a size and a type.
    private boolean index() {
        for (var at = 0L; at + 8 <= bytes.limit();) {
            long size = bytes.getInt((int) at) & 0xFFFFFFFFL;
            var type = bytes.getInt((int) at + 4);
            if (size < 8 || type == BYTES) return false;
            if (type == INDEX) return at + size <= bytes.limit();
            at += size;
        }
        return false;
    }

    /// MKV and WebM (RFC 8794): elements of an id and a size, each as long as its first bits say. Pictures and fonts may
    /// come before the tracks.
    private boolean tracks() {
        for (var at = 0L; at < bytes.limit();) {
            int idLength = length(at);
            int sizeLength = length(at + idLength);
            if (idLength == 0 || sizeLength == 0) return false;
            var id = number(at, idLength);
            var size = number(at + idLength, sizeLength) & (1L << 7 * sizeLength) - 1;
            at += idLength + sizeLength;
            if (id == TRACKS) return at + size <= bytes.limit();
            if (id == CLUSTER) return false;
            if (id != SEGMENT) at += size;
        }
        return false;
    }

    /// @return bytes of the number that begins there; 0 where none is or it is cut
    private int length(long at) {
        if (at >= bytes.limit()) return 0;
        int length = Integer.numberOfLeadingZeros(bytes.get((int) at) & 0xFF) - 23;
        return length <= 8 && at + length <= bytes.limit() ? length : 0;
    }

    private long number(long at, int length) {
        var number = 0L;
        for (var each = 0; each < length; each++)
            number = number << 8 | bytes.get((int) at + each) & 0xFF;
        return number;
    }
}
