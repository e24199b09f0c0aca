package org.coursewright.exam;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/// A number, or all between two: `30`, `25-30`, `12.5`.
public record Range(double from, double to) {

    private static final Pattern WRITTEN = Pattern.compile(
            "(\\d{1,5}(?:\\.\\d{1,3})?) ?%?(?: ?[-–] ?(\\d{1,5}(?:\\.\\d{1,3})?) ?%?)?");

    static Optional<Range> of(String text) {
        var match = WRITTEN.matcher(text.strip());
        if (!match.matches()) return Optional.empty();
        double from = Double.parseDouble(match.group(1));
        double to = match.group(2) == null ? from : Double.parseDouble(match.group(2));
        return from <= to ? Optional.of(new Range(from, to)) : Optional.empty();
    }

    /// As it is written: `30`, `25–30`.
    public String words() {
        return isExact() ? plain(from) : plain(from) + "–" + plain(to);
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    boolean isExact() {
        return from == to;
    }

    /// The sum of both ends.
    public Range plus(Range other) {
        return new Range(from + other.from, to + other.to);
    }

    boolean holds(double number) {
        return from <= number + 0.01 && number - 0.01 <= to;
    }
}
