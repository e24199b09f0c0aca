package org.coursewright.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MomentTest {

    @Test
    void aMomentIsMinutesAndSecondsOrHoursTooOrSecondsAlone() {
        assertThat(Moment.read("4:12")).contains(new Moment(252));
        assertThat(Moment.read("0:00")).contains(new Moment(0));
        assertThat(Moment.read("90:00")).contains(new Moment(5400));
        assertThat(Moment.read("1:02:07")).contains(new Moment(3727));
        assertThat(Moment.read("4:12.9")).as("what is begun").contains(new Moment(252));
        assertThat(Moment.read("252")).contains(new Moment(252));
    }

    @Test
    void anythingElseIsNone() {
        for (var no : List.of("", "4:1", "4:72", "-4", "4:12 Policies", "4m12s", "1:2:3:04", "9999999", "999:00:00"))
            assertThat(Moment.read(no)).as(no).isEmpty();
    }

    @Test
    void itIsWrittenAsOnAClock() {
        assertThat(new Moment(252).clock()).isEqualTo("4:12");
        assertThat(new Moment(3727).clock()).isEqualTo("1:02:07");
    }
}
