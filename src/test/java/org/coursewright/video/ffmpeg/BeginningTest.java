package org.coursewright.video.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BeginningTest {

    private static final int TAGS = 0x1254C367;
    private static final int TRACKS = 0x1654AE6B;

    @Test
    void anIndexInFrontTellsOnceItIsWhole(@TempDir Path folder) throws Exception {
        var web = Files.readAllBytes(Clips.clip(folder, "64x36", 5, 1));
        assertThat(Beginning.tells(web)).isTrue();
        assertThat(Beginning.tells(Arrays.copyOf(web, 200))).as("the index is cut").isFalse();
        assertThat(Beginning.tells(Files.readAllBytes(Clips.silent(folder, "64x36", 0.2)))).as("it comes last")
                .isFalse();
        assertThat(Beginning.tells(new byte[4000])).isFalse();
        assertThat(Beginning.tells(new byte[3])).isFalse();
    }

    @Test
    void tracksBehindPicturesAndFontsAreWaitedFor() {
        assertThat(Beginning.tells(matroska(TAGS, 10, TRACKS, 20, 20))).isTrue();
        assertThat(Beginning.tells(matroska(TAGS, 10, TRACKS, 20, 19))).as("the tracks are cut").isFalse();
        assertThat(Beginning.tells(matroska(TAGS, 5_000_000, TRACKS, 20, 0))).as("they are far behind").isFalse();
        assertThat(Beginning.tells(matroska(TAGS, 10, 0x1F43B675, 20, 20))).as("pictures come first").isFalse();
    }

    /// A header, a segment of unknown length, an element, and some of the bytes of another one.
    private static byte[] matroska(int first, int firstSize, int second, int secondSize, int there) {
        var bytes = ByteBuffer.allocate(100 + Math.min(firstSize, 1000) + there);
        bytes.putInt(0x1A45DFA3).put((byte) 0x83).put(new byte[3]);
        bytes.putInt(0x18538067).put((byte) 0x01).put(new byte[]{-1, -1, -1, -1, -1, -1, -1});
        bytes.putInt(first).putInt(0x10000000 | firstSize).put(new byte[Math.min(firstSize, 1000)]);
        if (firstSize <= 1000) bytes.putInt(second).putInt(0x10000000 | secondSize).put(new byte[there]);
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}
