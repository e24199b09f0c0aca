package org.coursewright.video.hls;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Encrypts the segments of a rendition one by one, as `METHOD=AES-128` of HLS wants it (RFC 8216, 4.3.2.4 and 5.2):
/// AES-128 in CBC mode with PKCS7 padding, the number of the segment as initialization vector. The opening stays clear.
public final class SegmentCipher {

    /// Bytes of a key, and of a block.
    public static final int SIZE = 16;

    private final SecretKeySpec key;

    /// @param key 16 bytes
    public SegmentCipher(byte[] key) {
        if (key.length != SIZE) throw new IllegalArgumentException("a key has 16 bytes");
        this.key = new SecretKeySpec(key, "AES");
    }

    /// Writes the encrypted file, and tells where its segments lie. Single frames cannot be shown without the rest.
    public Track encrypt(Path file, Track track, Path into) throws IOException {
        var segments = new ArrayList<Track.Segment>();
        try (var in = FileChannel.open(file); var out = new BufferedOutputStream(Files.newOutputStream(into))) {
            out.write(read(in, track.opening()));
            for (var segment : track.segments()) {
                var encrypted = cipher(segments.size()).doFinal(read(in, segment.bytes()));
                out.write(encrypted);
                segments.add(new Track.Segment(encrypted.length, segment.ticks(), 0));
            }
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("this JVM has no AES", broken);
        }
        return track.with(segments);
    }

    private Cipher cipher(int number) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(Cipher.ENCRYPT_MODE, key,
                new IvParameterSpec(ByteBuffer.allocate(SIZE).putInt(SIZE - 4, number).array()));
        return cipher;
    }

    private static byte[] read(FileChannel in, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining())
            if (in.read(bytes) < 0) throw new IOException("the file ends inside a segment");
        return bytes.array();
    }
}
