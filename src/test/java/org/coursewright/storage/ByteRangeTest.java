package org.coursewright.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.coursewright.storage.ByteRange.Wish;
import org.junit.jupiter.api.Test;

class ByteRangeTest {

    @Test
    void aRangeIsCutToTheObject() {
        assertThat(wish("bytes=0-99")).isEqualTo(part(0, 99));
        assertThat(wish("bytes=990-5000")).isEqualTo(part(990, 999));
        assertThat(wish("bytes=10-")).isEqualTo(part(10, 999));
        assertThat(wish("bytes=-100")).isEqualTo(part(900, 999));
        assertThat(wish("bytes=-5000")).isEqualTo(part(0, 999));
    }

    @Test
    void whatLiesBehindTheEndIsOutside() {
        assertThat(wish("bytes=1000-")).isEqualTo(new Wish.Outside());
        assertThat(wish("bytes=-0")).isEqualTo(new Wish.Outside());
    }

    @Test
    void whatIsNoSingleRangeGetsTheWhole() {
        for (var header : new String[]{"bytes=5-2", "bytes=-", "bytes=a-b", "items=0-1", "bytes=0-1,4-5",
                "bytes=0-99999999999999999999"})
            assertThat(wish(header)).as(header).isEqualTo(new Wish.All());
        assertThat(ByteRange.of(Optional.empty(), 1000)).isEqualTo(new Wish.All());
    }

    private static Wish wish(String header) {
        return ByteRange.of(Optional.of(header), 1000);
    }

    private static Wish part(long first, long last) {
        return new Wish.Part(new ByteRange(first, last));
    }
}
