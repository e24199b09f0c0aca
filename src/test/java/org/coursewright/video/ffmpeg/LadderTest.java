package org.coursewright.video.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LadderTest {

    @Test
    void aLargeSourceGetsEveryRungAndNothingIsEnlarged() {
        assertThat(sides(1920, 1080)).containsExactly(1080, 720, 480, 360);
        assertThat(sides(1080, 1920)).containsExactly(1080, 720, 480, 360);
        assertThat(sides(854, 480)).containsExactly(480, 360);
    }

    @Test
    void theSmallestPictureComesFirstAndNothingIsMadeTwice() {
        var source = new Source(Duration.ofMinutes(10), picture(1280, 720, 30), null, List.of());
        assertThat(Pass.first(source).rungs()).extracting(Rung::shortSide).containsExactly(360);
        assertThat(Pass.rest(source).rungs()).extracting(Rung::shortSide).containsExactly(720, 480);
        assertThat(Pass.beside(source, true).rungs()).extracting(Rung::shortSide).containsExactly(480, 360);
        assertThat(Pass.rest(source).storyboard()).isFalse();
    }

    @Test
    void aSmallSourceKeepsItsSizeAtAnEvenNumber() {
        assertThat(sides(320, 181)).containsExactly(180);
        assertThat(sides(64, 36)).containsExactly(36);
    }

    @Test
    void aPortraitPictureIsMeasuredByItsWidth() {
        assertThat(new Rung(720, 22, 2500).scale(picture(1080, 1920, 30))).startsWith("scale=720:-2");
    }

    @Test
    void fastPicturesAreHalvedAndRecordingsWithoutARateGetOne() {
        assertThat(EncodeCommand.rate(60)).isEqualTo("30");
        assertThat(EncodeCommand.rate(50)).isEqualTo("25");
        assertThat(EncodeCommand.rate(60000 / 1001.0)).isEqualTo("30000/1001");
        assertThat(EncodeCommand.rate(24000 / 1001.0)).isEqualTo("24000/1001");
        assertThat(EncodeCommand.rate(25)).isEqualTo("25");
        assertThat(EncodeCommand.rate(1000)).isEqualTo("30");
        assertThat(EncodeCommand.rate(0)).isEqualTo("30");
        assertThat(EncodeCommand.rate(1)).isEqualTo("1");
    }

    @Test
    void aSourceWithoutSoundHasNoAudioOutput() {
        var source = new Source(Duration.ofSeconds(1), picture(320, 180, 30), null, List.of());
        var command = new EncodeCommand(Path.of("/in"), source, Pass.whole(source), null);
        assertThat(command.arguments()).doesNotContain("aac");
        assertThat(command.audioFile()).isNull();
    }

    private static List<Integer> sides(int width, int height) {
        return Rung.of(picture(width, height, 30)).stream().map(Rung::shortSide).toList();
    }

    private static Source.Picture picture(int width, int height, double rate) {
        return new Source.Picture(width, height, rate, true, false, false, false);
    }
}
