package org.coursewright.video;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How long the fetching of a video may take: `coursewright.imports.*`. Its size has the limits of every upload.
///
/// @param longest one attempt at one file
/// @param grace in which it may be slow
/// @param pace what must come in a second, on average, after that
/// @param pause before a lost line is tried again; each next one is twice as long
@ConfigurationProperties("coursewright.imports")
record ImportLimits(
        @DefaultValue("12h") Duration longest,
        @DefaultValue("10m") Duration grace,
        @DefaultValue("50KB") DataSize pace,
        @DefaultValue("2s") Duration pause) {

    /// Whether it goes on too long, or too slowly, with so many bytes after such a time.
    boolean exceeded(Duration since, long bytes) {
        return since.compareTo(longest) > 0 || since.minus(grace).toMillis() > 1000 * (bytes / pace.toBytes());
    }
}
