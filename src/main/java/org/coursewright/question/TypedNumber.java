package org.coursewright.question;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Numbers as people type them: `1.5`, `1,5`, `-2e-3`, `12 000`.
final class TypedNumber {

    private static final Pattern NUMBER = Pattern
            .compile("[+-]?(?:\\d{1,30}(?:\\.\\d{0,30})?|\\.\\d{1,30})(?:[eE][+-]?\\d{1,3})?");
    private static final Pattern GROUPS = Pattern.compile("(?<=\\d)[\\s'’](?=\\d{3}(?!\\d))");

    private TypedNumber() {}

    /// Empty where it is none, or beyond all that is asked anywhere. A comma is a decimal comma.
    static Optional<BigDecimal> read(String typed) {
        var plain = GROUPS.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC).strip()).replaceAll("")
                .replace('\u2212', '-')
                .replace(',', '.');
        return NUMBER.matcher(plain).matches() ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }

    /// @param tolerance such as `0.5`, or `2%` of the right number; null = none
    static boolean isNear(BigDecimal number, BigDecimal right, @Nullable String tolerance) {
        return number.subtract(right).abs().compareTo(distance(right, tolerance)) <= 0;
    }

    private static BigDecimal distance(BigDecimal right, @Nullable String tolerance) {
        if (tolerance == null) return BigDecimal.ZERO;
        if (!tolerance.endsWith("%")) return new BigDecimal(tolerance);
        var share = new BigDecimal(tolerance.substring(0, tolerance.length() - 1)).movePointLeft(2);
        return right.abs().multiply(share);
    }
}
