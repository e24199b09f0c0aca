package org.coursewright.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coursewright.video.speech.Utterance;
import org.junit.jupiter.api.Test;

class CueLinesTest {

    private static final String LONG = "A bucket holds objects and every object has a name that you choose, and that "
            + "name is all there is: what looks like a folder is only a part of it, which surprises many people who "
            + "come from a disk, and costs some of them an afternoon.";

    @Test
    void noCueIsLongerThanPeopleRead() {
        var cues = CueLines.of(List.of(new Utterance(1_000, 31_000, LONG)));
        assertThat(cues).hasSizeGreaterThan(3).allSatisfy(cue -> {
            assertThat(cue.endMillis() - cue.startMillis()).isLessThanOrEqualTo(CueLines.LONGEST_MILLIS);
            assertThat(cue.text().lines()).hasSizeLessThanOrEqualTo(2)
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(CueLines.LONGEST_LINE));
        });
        assertThat(String.join(" ", cues.stream().map(cue -> cue.text().replace('\n', ' ')).toList())).isEqualTo(LONG);
        assertThat(cues.getFirst().startMillis()).isEqualTo(1_000);
        assertThat(cues.getLast().endMillis()).isEqualTo(31_000);
        for (var at = 1; at < cues.size(); at++)
            assertThat(cues.get(at).startMillis()).isGreaterThanOrEqualTo(cues.get(at - 1).endMillis());
    }

    @Test
    void aSentenceAndAPauseBeginANewCue() {
        var cues = CueLines.of(List.of(
                new Utterance(0, 3_000, "Welcome to the first lesson. Today we"),
                new Utterance(3_000, 4_000, "look at storage."),
                new Utterance(4_100, 4_500, "And"),
                new Utterance(9_000, 10_000, "now begin.")));
        assertThat(cues).extracting(Cue::text)
                .containsExactly("Welcome to the first lesson.", "Today we look at storage.", "And", "now begin.");
        assertThat(cues.getLast().startMillis()).isEqualTo(9_000);
    }

    @Test
    void aTextWithoutBlanksIsCutBetweenItsSigns() {
        var chinese = "云存储把每个对象放在一个桶里".repeat(8);
        var cues = CueLines.of(List.of(new Utterance(0, 20_000, chinese)));
        assertThat(String.join("", cues.stream().map(cue -> cue.text().replace("\n", "")).toList())).isEqualTo(chinese);
        assertThat(cues).allSatisfy(cue -> assertThat(cue.text().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(CueLines.LONGEST_LINE)));
    }

    @Test
    void nothingHeardIsNothingShown() {
        assertThat(CueLines.of(List.of())).isEmpty();
        assertThat(CueLines.of(List.of(new Utterance(0, 10, "  ")))).isEmpty();
    }
}
