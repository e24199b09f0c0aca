package org.coursewright.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaveformTest {

    @TempDir
    Path folder;

    @Test
    void eachPeakIsTheLoudestOfItsStretch() throws Exception {
        var sound = ByteBuffer.allocate(2 * 4000).order(ByteOrder.LITTLE_ENDIAN);
        for (var at = 0; at < 4000; at++)
            sound.putShort(at == 2 ? Short.MIN_VALUE : at < 2000 ? 0 : (short) 16384);
        var waveform = Waveform.of(Files.write(folder.resolve("x"), sound.array()));
        assertThat(waveform.peaks()).hasSize(1000).startsWith(100, 0).endsWith(50, 50);
        assertThat(waveform.json()).startsWith("[100,0,").endsWith(",50]");
    }

    @Test
    void aSoundOfNoLengthHasNoPeaks() throws Exception {
        assertThat(Waveform.of(Files.createFile(folder.resolve("y"))).json()).isEqualTo("[]");
    }
}
