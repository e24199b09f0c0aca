package org.coursewright.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchStepTest {

    private static final Duration VIDEO = Duration.ofSeconds(100);

    @Test
    void nineTenthsOfTheSecondsAreEnough() {
        assertThat(new WatchStep(80, 89, 0, 50, false).completes(VIDEO)).isFalse();
        assertThat(new WatchStep(80, 90, 0, 50, false).completes(VIDEO)).isTrue();
    }

    @Test
    void theLastTenSecondsAreEnoughButInAShortVideo() {
        assertThat(new WatchStep(0, 1, 80, 90, false).completes(VIDEO)).isTrue();
        assertThat(new WatchStep(0, 1, 80, 89, false).completes(VIDEO)).isFalse();
        assertThat(new WatchStep(0, 1, 10, 25, false).completes(Duration.ofSeconds(30))).isFalse();
        assertThat(new WatchStep(0, 1, 10, 30, true).completes(Duration.ofSeconds(30))).isTrue();
    }

    @Test
    void onlyTheStepOverTheLineCompletes() {
        assertThat(new WatchStep(95, 96, 0, 3, false).completes(VIDEO)).isFalse();
        assertThat(new WatchStep(50, 52, 93, 95, false).completes(VIDEO)).isFalse();
    }

    @Test
    void whatIsNotKnownToBeAVideoCompletesNothing() {
        assertThat(new WatchStep(0, 9, 0, 9, true).completes(Duration.ZERO)).isFalse();
    }
}
