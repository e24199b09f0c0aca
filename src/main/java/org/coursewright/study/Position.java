package org.coursewright.study;

import java.util.Optional;
import java.util.regex.Pattern;

/// Where a player stands and what it has shown, as it says every few seconds.
///
/// @param seconds into the video
/// @param watched ranges of whole seconds as PostgreSQL writes them, such as `{[0,15),[40,52)}`
/// @param age how many seconds ago that was; more than a moment where a device had no network
record Position(double seconds, String watched, boolean ended, double age) {

    private static final Pattern RANGES = Pattern.compile("(\\d{1,6}-\\d{1,6})(,\\d{1,6}-\\d{1,6}){0,199}|");
    private static final double LONGEST = 360_000;
    private static final double OLDEST = 366 * 86_400;

    /// @return absent where the numbers make no sense
    static Optional<Position> of(double seconds, String ranges, boolean ended, double age) {
        boolean sensible = seconds >= 0 && seconds <= LONGEST && age >= 0 && age <= OLDEST;
        if (!sensible || !RANGES.matcher(ranges).matches()) return Optional.empty();
        var watched = new StringBuilder("{");
        for (var range : ranges.split(",")) {
            if (range.isEmpty()) continue;
            var ends = range.split("-");
            int from = Integer.parseInt(ends[0]);
            int to = Integer.parseInt(ends[1]);
            if (to <= from) continue;
            watched.append(watched.length() > 1 ? "," : "").append('[').append(from).append(',').append(to).append(')');
        }
        return Optional.of(new Position(seconds, watched.append('}').toString(), ended, age));
    }
}
