package org.coursewright.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApportionmentTest {

    private static final int PLENTY = 1_000;

    @ParameterizedTest
    @CsvSource({
            "50, 24/30/34/12, 12/15/17/6", // AWS CLF-C02
            "50, 30/26/24/20, 15/13/12/10", // AWS SAA-C03
            "50, 20/24/28/14/14, 10/12/14/7/7", // AWS AIF-C01
            "50, 28/26/24/22, 14/13/12/11", // AWS MLA-C01
            "17, 10/30/15/25/20, 2/5/3/4/3", // CKA
            "75, 12/22/18/28/20, 9/17/13/21/15" // SY0-701
    })
    void theLargestRemaindersRoundUp(int total, String weights, String counts) {
        assertThat(split(total, weights, PLENTY)).isEqualTo(counts);
    }

    @ParameterizedTest
    @CsvSource({"60, 25-30/35-40/30-35", "40, 25-30/35-40/30-35", "7, 25-30/35-40/30-35", "50, 10/20-50/30-80"})
    void aRangeIsKept(int total, String weights) {
        var ranges = ranges(weights);
        var counts = numbers(split(total, weights, PLENTY));
        assertThat(IntStream.of(counts).sum()).isEqualTo(total);
        for (int i = 0; i < counts.length; i++)
            assertThat(counts[i] * 100.0 / total)
                    .isBetween(ranges.get(i).from() - 100.0 / total, ranges.get(i).to() + 100.0 / total);
    }

    @Test
    void whereADomainHasFewQuestionsOthersGiveWithinTheirRange() {
        var ranges = ranges("20-40/20-40/20-60");
        assertThat(Apportionment.of(ranges, 100, new int[]{22, PLENTY, PLENTY})).containsExactly(22, 34, 44);
        assertThat(Apportionment.of(ranges, 100, new int[]{5, PLENTY, PLENTY})).startsWith(20);
        assertThat(Apportionment.of(ranges("50/50"), 10, new int[]{3, PLENTY})).containsExactly(5, 5);
    }

    private static String split(int total, String weights, int available) {
        var ranges = ranges(weights);
        var had = IntStream.generate(() -> available).limit(ranges.size()).toArray();
        return String.join("/",
                IntStream.of(Apportionment.of(ranges, total, had)).mapToObj(Integer::toString).toList());
    }

    private static List<Range> ranges(String weights) {
        return Arrays.stream(weights.split("/")).map(weight -> Range.of(weight).orElseThrow()).toList();
    }

    private static int[] numbers(String counts) {
        return Arrays.stream(counts.split("/")).mapToInt(Integer::parseInt).toArray();
    }
}
