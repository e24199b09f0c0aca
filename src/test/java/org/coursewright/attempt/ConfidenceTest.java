package org.coursewright.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The interval around a share of right answers.
class ConfidenceTest {

    @Test
    void ofTenQuestionsSevenRightLiesBetweenAFifthAndAQuarterToEitherSide() {
        assertThat(Confidence.of(7, 10)).isEqualTo(new Confidence(44, 87));
    }

    @Test
    void ofNothingNothingIsKnown() {
        assertThat(Confidence.of(0, 0)).isEqualTo(new Confidence(0, 100));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 13, 65})
    void itHoldsTheShareAndNarrowsWithMoreQuestions(int possible) {
        for (int points = 0; points <= possible; points++) {
            var told = Confidence.of(points, possible);
            assertThat(Math.round(100.0 * points / possible)).isBetween((long) told.low(), (long) told.high());
            assertThat(Confidence.of(4.0 * points, 4 * possible).width()).isLessThan(told.width());
        }
    }
}
