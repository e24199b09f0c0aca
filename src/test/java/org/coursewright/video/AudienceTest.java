package org.coursewright.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.coursewright.platform.Messages;
import org.junit.jupiter.api.Test;

class AudienceTest {

    private static final VideoWords WORDS = new VideoWords(Messages.english());

    @Test
    void aBarIsAsHighAsTheShareOfTheStudents() {
        assertThat(audience(4, 3, List.of(4., 3., 0.)).path())
                .isEqualTo("M0 100V0h1V100zM1 100V25h1V100zM2 100V100h1V100z");
    }

    @Test
    void aLongVideoHasTenRowsAndAShortOneFewer() {
        var rows = audience(2, 130, Collections.nCopies(100, 1.)).stretches();
        assertThat(rows).hasSize(10);
        assertThat(rows.getFirst()).isEqualTo(new Audience.Stretch(Duration.ZERO, Duration.ofSeconds(60), 50));
        assertThat(rows.getLast().to()).isEqualTo(Duration.ofMinutes(10));
        assertThat(audience(2, 1, List.of(2., 1., 0.)).stretches()).extracting(Audience.Stretch::percent)
                .containsExactly(100, 50, 0);
    }

    @Test
    void aSentenceSaysHowFarHalfOfThemCame() {
        var parts = Collections.nCopies(100, 1.);
        assertThat(WORDS.reached(audience(34, 130, parts))).isEqualTo("34 students; half of them stop at 2:10.");
        assertThat(WORDS.reached(audience(1, 130, parts))).isEqualTo("One student; stopped at 2:10.");
        assertThat(WORDS.reached(audience(34, 569, parts))).isEqualTo("34 students; half of them stop at 9:29.");
        assertThat(WORDS.reached(audience(34, 570, parts))).isEqualTo("34 students; most of them watch to the end.");
        assertThat(WORDS.reached(audience(1, 600, parts))).isEqualTo("One student; watched to the end.");
    }

    /// Of a video of ten minutes.
    private static Audience audience(int students, int half, List<Double> parts) {
        return new Audience("Roles", "AWS", students, Duration.ofSeconds(half), parts, Duration.ofMinutes(10));
    }
}
