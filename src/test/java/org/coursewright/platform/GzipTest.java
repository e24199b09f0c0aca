package org.coursewright.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 500, 35_000, 1_000_000})
    void whatIsPackedIsUnpackedAsItWas(int length) throws IOException {
        var page = "<li><a href=\"/learn/git/commit\">Commit</a></li>\n".repeat(length / 48 + 1).substring(0, length)
                .getBytes();
        assertThat(unpacked(Gzip.pack(page))).isEqualTo(page);
        if (length > 1000) assertThat(Gzip.pack(page)).hasSizeLessThan(length / 20);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 70_000})
    void bytesThatCannotBePackedSmallerComeBackTheSame(int length) throws IOException {
        var noise = new byte[length];
        new Random(1).nextBytes(noise);
        assertThat(unpacked(Gzip.pack(noise))).isEqualTo(noise);
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }
}
