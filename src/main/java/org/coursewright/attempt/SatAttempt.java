package org.coursewright.attempt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An attempt in the studio's list.
///
/// @param title of the exam or the lesson
/// @param waiting answers that a person has to read
/// @param late batches that came after the end
public record SatAttempt(
        String code, String student, String title, Mode mode, Phase phase, Instant startedAt, @Nullable Instant endedAt,
        @Nullable BigDecimal scaled, @Nullable Boolean passed, @Nullable BigDecimal share, int waiting, int late) {

    public boolean open() {
        return phase == Phase.OPEN;
    }

    /// On the scale where there is one, else in percent.
    public String result() {
        if (scaled != null) return scaled.setScale(0, RoundingMode.DOWN).toPlainString();
        return share == null ? "" : share.movePointRight(2).intValue() + " %";
    }
}
