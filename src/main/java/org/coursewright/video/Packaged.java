package org.coursewright.video;

import java.time.Duration;
import java.util.List;
import org.coursewright.video.hls.Track;
import org.jspecify.annotations.Nullable;

/// What is stored of a video, and therefore what plays.
///
/// @param renditions pictures best first, the sound last
record Packaged(List<Rendition> renditions, boolean poster, boolean waveform, @Nullable Thumbnails thumbnails) {

    Packaged {
        renditions = List.copyOf(renditions);
    }

    /// That of the longest rendition.
    Duration length() {
        return Duration.ofMillis(Math
                .round(renditions.stream().map(Rendition::track).mapToDouble(Track::seconds).max().orElse(0) * 1000));
    }
}
