package org.coursewright.site;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// A page, compressed once in both ways that browsers know.
record Packed(byte[] brotli, byte[] gzip) {

    private static final int QUALITY = 5;

    static {
        Brotli4jLoader.ensureAvailability();
    }

    static Packed of(byte[] plain) {
        try {
            var gzip = new ByteArrayOutputStream(plain.length / 3);
            try (var out = new GZIPOutputStream(gzip)) {
                out.write(plain);
            }
            var brotli = Encoder.compress(plain, Encoder.Parameters.create(QUALITY));
            return new Packed(brotli, gzip.toByteArray());
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    /// The plain bytes, for the rare client that takes nothing else.
    static byte[] plain(byte[] gzip) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
