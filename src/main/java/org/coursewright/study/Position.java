package org.coursewright.study;

import java.util.Optional;
import java.util.regex.Pattern;

/// Where a player stands and what it has shown, as it says every few seconds.
///
/// @param seconds into the video
/// @param duration of the video in seconds, 0 = the player does not know
/// @param watched ranges of whole seconds as PostgreSQL writes them, such as `{[0,15),[40,52)}`
record Position(double seconds, double duration, String watched, boolean ended) {

    private static final Pattern RANGES = Pattern.compile("(\\d{1,6}-\\d{1,6})(,\\d{1,6}-\\d{1,6}){0,199}|");
    private static final double LONGEST = 360_000;

    /// @return absent where the numbers make no sense
    static Optional<Position> of(double seconds, double duration, String ranges, boolean ended) {
        boolean sensible = seconds >= 0 && seconds <= LONGEST && duration >= 0 && duration <= LONGEST;
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
        return Optional.of(new Position(seconds, duration, watched.append('}').toString(), ended));
    }
}
