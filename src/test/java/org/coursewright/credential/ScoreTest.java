package org.coursewright.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScoreTest {

    @Test
    void thePublicSeesATenthOfTheScale() {
        assertThat(band("85.50", 0, 100, 70)).isEqualTo("80 to 90");
        assertThat(band("100", 0, 100, 70)).isEqualTo("90 to 100");
        assertThat(band("846", 100, 1000, 720)).isEqualTo("820 to 910");
    }

    @Test
    void aBandNeverBeginsBelowWhatWasNeeded() {
        assertThat(band("72", 0, 100, 72)).isEqualTo("72 to 80");
    }

    @Test
    void aScaleOfOneResultHasABandOfOne() {
        assertThat(band("1", 1, 1, 1)).isEqualTo("1 to 1");
    }

    private static String band(String scaled, int min, int max, int pass) {
        var score = new Score("Exam", "E-1", new BigDecimal(scaled), BigDecimal.valueOf(min), BigDecimal.valueOf(max),
                BigDecimal.valueOf(pass), Instant.EPOCH);
        return score.from() + " to " + score.to();
    }
}
