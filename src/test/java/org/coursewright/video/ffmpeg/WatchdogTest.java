package org.coursewright.video.ffmpeg;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WatchdogTest {

    private final Watchdog watchdog = new Watchdog(0);

    @Test
    void aSlowEncodeOnABusyMachineIsLeftAlone() {
        for (var minute = 1; minute <= 600; minute++)
            assertThat(
                    watchdog.stuck(ofSeconds(1), ofSeconds(2).plusMillis(minute * 100L), ofMinutes(minute).toNanos()))
                    .isFalse();
    }

    @Test
    void workWithoutResultIsStuck() {
        assertThat(watchdog.stuck(ofSeconds(5), ofSeconds(10), 1)).isFalse();
        assertThat(watchdog.stuck(ofSeconds(5), ofSeconds(129), 2)).isFalse();
        assertThat(watchdog.stuck(ofSeconds(5), ofSeconds(131), 3)).isTrue();
    }

    @Test
    void aProcessThatOnlySleepsIsStuckAfterHalfAnHour() {
        assertThat(watchdog.stuck(ofSeconds(5), ofSeconds(10), 0)).isFalse();
        assertThat(watchdog.stuck(ofSeconds(5), ofSeconds(10), ofMinutes(29).toNanos())).isFalse();
        assertThat(watchdog.stuck(ofSeconds(5), ofSeconds(10), ofMinutes(31).toNanos())).isTrue();
    }
}
