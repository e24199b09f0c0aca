package org.coursewright.video.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.coursewright.video.speech.Speech.Piece;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeechTest {

    @TempDir
    Path folder;

    @Test
    void aLongRecordingIsCutWhereItIsQuiet() throws Exception {
        var speech = speech(25_000, 8_600, 17_000);
        var pieces = speech.pieces(0, Duration.ofSeconds(10));
        assertThat(pieces).hasSize(3);
        assertThat(pieces.getFirst().startMillis()).isZero();
        assertThat(pieces.getFirst().endMillis()).isBetween(8_600L, 9_200L);
        assertThat(pieces.get(1).startMillis()).isEqualTo(pieces.getFirst().endMillis());
        assertThat(pieces.get(1).endMillis()).isBetween(17_000L, 17_600L);
        assertThat(pieces.getLast().endMillis()).isEqualTo(25_000L);
    }

    @Test
    void whatWasHeardBeforeIsNotCutAgain() throws Exception {
        var speech = speech(25_000, 8_600, 17_000);
        var all = speech.pieces(0, Duration.ofSeconds(10));
        assertThat(speech.pieces(all.getFirst().endMillis(), Duration.ofSeconds(10)))
                .isEqualTo(all.subList(1, all.size()));
        assertThat(speech.pieces(25_000, Duration.ofSeconds(10))).isEmpty();
    }

    @Test
    void aShortOneIsOnePiece() throws Exception {
        assertThat(speech(3_000).pieces(0, Speech.LONGEST_PIECE)).isEqualTo(List.of(new Piece(0, 3_000)));
    }

    @Test
    void aPieceIsAWavFileOfItsOwnSound() throws Exception {
        var wav = folder.resolve("piece.wav");
        speech(3_000, 1_000).write(new Piece(1_000, 1_500), wav);
        var bytes = ByteBuffer.wrap(Files.readAllBytes(wav)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(bytes.capacity()).isEqualTo(44 + 500 * 32);
        assertThat(bytes.getInt(4)).isEqualTo(bytes.capacity() - 8);
        assertThat(bytes.getInt(24)).isEqualTo(Speech.RATE);
        assertThat(bytes.getInt(40)).isEqualTo(500 * 32);
        for (var at = 44; at < bytes.capacity(); at += 2)
            assertThat(bytes.getShort(at)).isZero();
    }

    /// A loud tone with pauses of 600 ms.
    private Speech speech(int millis, int... pauses) throws IOException {
        var bytes = ByteBuffer.allocate(millis * 32).order(ByteOrder.LITTLE_ENDIAN);
        for (var at = 0; at < millis * 16; at++)
            bytes.putShort((short) (paused(at / 16, pauses) ? 0 : 12_000 * Math.sin(at / 5.0)));
        return new Speech(Files.write(folder.resolve("speech.pcm"), bytes.array()));
    }

    private static boolean paused(int milli, int... pauses) {
        for (var pause : pauses)
            if (milli >= pause && milli < pause + 600) return true;
        return false;
    }
}
