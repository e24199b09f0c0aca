package org.coursewright.load;

import java.util.Locale;

/// One measured number, and what it should be at most.
///
/// @param most the goal; NaN = there is none, the number is only told
record Figure(String name, double value, String unit, double most) {

    static Figure told(String name, double value, String unit) {
        return new Figure(name, value, unit, Double.NaN);
    }

    boolean hasGoal() {
        return !Double.isNaN(most);
    }

    boolean holds() {
        return !hasGoal() || value <= most;
    }

    String line() {
        var goal = hasGoal() ? "(<= %s) %s".formatted(number(most), holds() ? "ok" : "short") : "";
        return "%-28s %9s %-10s %s".formatted(name, number(value), unit, goal).stripTrailing();
    }

    String json() {
        var goal = hasGoal() ? ", \"goal\": %s, \"ok\": %s".formatted(number(most), holds()) : "";
        return "{\"name\": \"%s\", \"value\": %s, \"unit\": \"%s\"%s}".formatted(name, number(value), unit, goal);
    }

    private static String number(double value) {
        if (value == Math.rint(value)) return "%.0f".formatted(value);
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
    }
}
