package org.coursewright.content;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a single value as what its key wants.
final class Scalar {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,12}(\\.\\d{1,8})?");
    private static final Pattern PERIOD = Pattern.compile("(\\d{1,4}) ?(day|week|month|year)s?|(day|week|month|year)");

    private Scalar() {}

    /// @param wrong notes a problem and gives null
    static @Nullable Object read(String key, Class<?> wanted, String text, Function<String, @Nullable Object> wrong) {
        if (wanted == String.class) return text;
        if (wanted.isEnum()) return constant(key, wanted, text, wrong);
        if (wanted == boolean.class) {
            if (text.equals("true") || text.equals("false")) return text.equals("true");
            return wrong.apply("'" + key + "' must be true or false, not '" + text + "'.");
        }
        if (wanted == Integer.class) {
            if (text.matches("-?\\d{1,9}")) return Integer.valueOf(text);
            return wrong.apply("'" + key + "' must be a whole number, not '" + text + "'.");
        }
        if (wanted == BigDecimal.class) {
            if (DECIMAL.matcher(text).matches()) return new BigDecimal(text);
            return wrong.apply("'" + key + "' must be a number such as 49.00, not '" + text + "'.");
        }
        if (wanted == LocalDate.class) return date(key, text, wrong);
        if (wanted == Period.class) return period(key, text, wrong);
        throw new IllegalStateException("no such type of a key: " + wanted);
    }

    private static @Nullable Object constant(
            String key, Class<?> wanted, String text, Function<String, @Nullable Object> wrong) {
        var constants = wanted.getEnumConstants();
        var words = Arrays.stream(constants).map(Keys::word).toList();
        int at = words.indexOf(text);
        if (at >= 0) return constants[at];
        return wrong.apply("'" + key + "' cannot be '" + text + "'."
                + Suggestion.among(text, words).map(word -> " Did you mean '" + word + "'?").orElse("")
                + " It is one of: " + String.join(", ", words) + ".");
    }

    private static @Nullable Object date(String key, String text, Function<String, @Nullable Object> wrong) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADate) {
            return wrong.apply("'" + key + "' must be a day such as 2026-11-22, not '" + text + "'.");
        }
    }

    private static @Nullable Object period(String key, String text, Function<String, @Nullable Object> wrong) {
        var match = PERIOD.matcher(text);
        if (!match.matches())
            return wrong.apply("'" + key + "' must be a time such as 7 days, 2 weeks or 1 month, not '" + text + "'.");
        int count = match.group(1) == null ? 1 : Integer.parseInt(match.group(1));
        return switch (match.group(2) == null ? match.group(3) : match.group(2)) {
            case "day" -> Period.ofDays(count);
            case "week" -> Period.ofWeeks(count);
            case "month" -> Period.ofMonths(count);
            default -> Period.ofYears(count);
        };
    }
}
