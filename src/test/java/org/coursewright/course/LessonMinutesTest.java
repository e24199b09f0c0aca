package org.coursewright.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LessonMinutesTest {

    @Test
    void textAndVideoTakeTheirTimeOneAfterTheOther() {
        assertThat(LessonMinutes.of(2, Duration.ofSeconds(600))).isEqualTo(12);
        assertThat(LessonMinutes.of(2, Duration.ZERO)).isEqualTo(2);
    }

    @Test
    void aVideoIsRoundedAndNoLessonTakesLessThanAMinute() {
        assertThat(LessonMinutes.of(0, Duration.ofSeconds(29))).isEqualTo(1);
        assertThat(LessonMinutes.of(1, Duration.ofSeconds(29))).isEqualTo(1);
        assertThat(LessonMinutes.of(1, Duration.ofSeconds(30))).isEqualTo(2);
    }
}
