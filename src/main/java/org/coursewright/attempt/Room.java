package org.coursewright.attempt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.coursewright.exam.Blueprint;
import org.coursewright.exam.Exam;
import org.jspecify.annotations.Nullable;

/// An exam as one student finds it.
///
/// @param edition the version that is shown; null where the exam has none
/// @param blueprint null while its forms are being built
/// @param time null = no limit
/// @param notYet why the next simulation has to wait
/// @param tries the newest first
/// @param tags to choose practice by
public record Room(
        Exam exam, Exam.@Nullable Edition edition, @Nullable Blueprint blueprint, LocalDate today, @Nullable Time time,
        RetakeRule.@Nullable NotYet notYet, List<Try> tries, Draw.Counts counts, List<String> tags) {

    /// @param minutes of the exam
    /// @param own minutes of this student; null = no limit
    public record Time(int minutes, @Nullable Integer own) {

        static Time with(int minutes, @Nullable BigDecimal factor) {
            return new Time(minutes, factor == null
                    ? null
                    : factor.multiply(BigDecimal.valueOf(minutes)).setScale(0, RoundingMode.HALF_UP).intValue());
        }

        public boolean isOwn() {
            return own == null || own != minutes;
        }
    }

    /// An attempt in the list.
    ///
    /// @param share of the points, in [0, 1]; null while it is not scored, or may not be seen
    /// @param resultsAt when it may be seen; null = now
    public record Try(
            String code, Mode mode, Instant startedAt, boolean open, boolean isVoid, @Nullable BigDecimal scaled,
            @Nullable Boolean passed, int pending, @Nullable BigDecimal share, @Nullable Instant resultsAt) {

        public @Nullable Integer percent() {
            return share == null ? null : share.movePointRight(2).intValue();
        }

        public @Nullable String points() {
            return scaled == null ? null : scaled.setScale(0, RoundingMode.DOWN).toPlainString();
        }
    }

    /// Whether who begins now has to wait for the result.
    public boolean resultsLater() {
        return blueprint != null && blueprint.resultsFrom() != null && blueprint.resultsFrom().isAfter(today);
    }

    /// The open attempt that a button would lead to.
    public Optional<Try> open(String modeClass) {
        return tries.stream()
                .filter(one -> one.open() && one.mode().modeClass().equals(modeClass))
                .findFirst();
    }
}
