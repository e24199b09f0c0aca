package org.coursewright.credential;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/// How an exam was passed, as it was then.
///
/// @param exam its title
/// @param version its code, or its title where it has none
/// @param scaled in `min` to `max`, at least `pass`
public record Score(
        String exam, String version, BigDecimal scaled, BigDecimal min, BigDecimal max, BigDecimal pass, Instant at) {

    private static final BigDecimal TENTH = new BigDecimal("0.1");

    /// The public sees the tenth of the scale in which the score lies, and never less than what passing asked for.
    int from() {
        return whole(start().max(pass));
    }

    /// The end of that tenth.
    int to() {
        return whole(start().add(width()));
    }

    int most() {
        return whole(max);
    }

    int needed() {
        return whole(pass);
    }

    private BigDecimal start() {
        if (width().signum() <= 0) return min;
        var tenths = scaled.subtract(min).divide(width(), 0, RoundingMode.FLOOR).min(BigDecimal.valueOf(9));
        return min.add(width().multiply(tenths));
    }

    private BigDecimal width() {
        return max.subtract(min).multiply(TENTH);
    }

    private static int whole(BigDecimal number) {
        return number.setScale(0, RoundingMode.HALF_UP).intValue();
    }
}
