package org.coursewright.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MomentTest {

    @Test
    void aMomentIsWrittenAsPeopleWriteIt() {
        assertThat(Moment.of("42")).contains(Duration.ofSeconds(42));
        assertThat(Moment.of(" 1:05 ")).contains(Duration.ofSeconds(65));
        assertThat(Moment.of("1:04:05.5")).contains(Duration.ofSeconds(3845).plusMillis(500));
        assertThat(Moment.of("0,25")).contains(Duration.ofMillis(250));
    }

    @Test
    void whatIsNoMomentIsNone() {
        for (var text : new String[]{"", "soon", "-1", "1:2:3:4", "1e9", "99999999999999"})
            assertThat(Moment.of(text)).as(text).isEmpty();
    }
}
