package org.coursewright.course;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.coursewright.video.Chapter;
import org.coursewright.video.VideoWords;

/// A moment of the video of a lesson, where a task is taught.
///
/// @param second in whole seconds from its beginning
public record Moment(int second) {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");
    private static final int LAST = 999_999; // six digits are what the address of a lesson takes

    /// Reads `4:12`, `1:02:07` or `252`; what is less than a second is left out.
    ///
    /// @return empty for anything else
    static Optional<Moment> read(String written) {
        if (SECONDS.matcher(written).matches()) return Optional.of(new Moment(Integer.parseInt(written)));
        return Chapter.time(written)
                .map(Duration::toSeconds)
                .filter(second -> second <= LAST)
                .map(second -> new Moment(second.intValue()));
    }

    /// `4:12`, or `1:02:07`.
    public String clock() {
        return VideoWords.clock(Duration.ofSeconds(second));
    }
}
