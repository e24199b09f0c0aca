package org.coursewright.attempt;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an attempt is worth.
///
/// @param points of the questions that count
/// @param possible how many count
/// @param scaled result on the scale of the exam; null for a quiz
/// @param passed null for a quiz, and while `pending`
/// @param pending questions that count and that a person has still to read
/// @param marks fraction of each question by its position; null while a person has to read it
public record Grade(
        BigDecimal points, int possible, @Nullable BigDecimal scaled, @Nullable Boolean passed, int pending,
        List<Domain> domains, List<@Nullable BigDecimal> marks) {

    /// @param possible how many questions of it count
    public record Domain(String id, BigDecimal points, int possible) {

        Domain plus(Domain other) {
            return new Domain(id, points.add(other.points), possible + other.possible);
        }

        /// Whole percent, rounded down: 99.9 is not all.
        public int percent() {
            return possible == 0
                    ? 0
                    : points.movePointRight(2).divideToIntegralValue(BigDecimal.valueOf(possible)).intValue();
        }
    }

    /// Whole percent of the points, rounded down.
    public int percent() {
        return new Domain("", points, possible).percent();
    }
}
