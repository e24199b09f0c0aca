package org.coursewright.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import org.coursewright.question.QuestionDefaults.Shuffle;
import org.junit.jupiter.api.Test;

class ShufflingTest {

    private static final List<String> LETTERS = List.of("a", "b", "c", "d");

    @Test
    void theSameAttemptSeesTheSameOrderForEver() {
        assertThat(new Shuffling(2026, 7).of(LETTERS, Shuffle.TRUE)).isEqualTo(new Shuffling(2026, 7).of(LETTERS,
                Shuffle.TRUE));
        assertThat(List.of(1, 2, 3, 4, 5).stream()
                .map(position -> String.join("", new Shuffling(2026, position).of(LETTERS, Shuffle.TRUE))))
                .containsExactly("adbc", "cbad", "dcba", "dabc", "bdac");
    }

    @Test
    void theLastStaysWhereItsAuthorPinnedItAndAllWhereNothingMoves() {
        for (int i = 0; i < 100; i++) {
            assertThat(new Shuffling(i, i).of(LETTERS, Shuffle.PIN_LAST)).endsWith("d")
                    .containsExactlyInAnyOrderElementsOf(LETTERS);
            assertThat(new Shuffling(i, i).of(LETTERS, Shuffle.FALSE)).isEqualTo(LETTERS);
        }
        assertThat(new Shuffling(1, 1).of(List.of(), Shuffle.PIN_LAST)).isEmpty();
    }

    @Test
    void everyOrderComesAboutAsOften() {
        var counts = new HashMap<List<String>, Integer>();
        for (int seed = 0; seed < 2400; seed++)
            for (int position = 0; position < 10; position++)
                counts.merge(new Shuffling(seed, position).of(LETTERS, Shuffle.TRUE), 1, Integer::sum);
        assertThat(counts).hasSize(24);
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(850, 1150));
    }
}
