package org.coursewright.video;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A moment of a video as people write it: `42`, `1:05`, `1:04:05.5`.
final class Moment {

    private static final Pattern FORM = Pattern
            .compile("(?:(?:(\\d{1,3}):)?(\\d{1,3}):)?(\\d{1,5})(?:[.,](\\d{1,3}))?");

    private Moment() {}

    static Optional<Duration> of(String text) {
        var form = FORM.matcher(text.strip());
        if (!form.matches()) return Optional.empty();
        var millis = form.group(4) == null ? 0 : Long.parseLong((form.group(4) + "00").substring(0, 3));
        return Optional.of(Duration.ofSeconds(number(form.group(1)) * 3600 + number(form.group(2)) * 60
                + number(form.group(3))).plusMillis(millis));
    }

    private static long number(@Nullable String text) {
        return text == null ? 0 : Long.parseLong(text);
    }
}
