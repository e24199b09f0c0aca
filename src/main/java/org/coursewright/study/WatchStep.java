package org.coursewright.study;

import java.time.Duration;

/// From what was known of a student's watching to what is known now. Only the step over a line completes a lesson: who
/// takes "done" back to watch again is not told at once that it is done.
///
/// @param seenBefore seconds of the video seen until now, each counted once
/// @param seen the same with those of this step
/// @param positionBefore seconds into the video
/// @param position seconds into the video
/// @param ended whether the player came to the end of the video
record WatchStep(long seenBefore, long seen, double positionBefore, double position, boolean ended) {

    private static final double ENOUGH = 0.9;
    private static final double END_SECONDS = 10;

    /// @param video its length; zero = not known, then nothing completes
    boolean completes(Duration video) {
        var length = video.toMillis() / 1000.0;
        if (length <= 0) return false;
        var enough = length * ENOUGH;
        if (ended || (seenBefore < enough && seen >= enough)) return true;
        var end = length - END_SECONDS;
        return length > 3 * END_SECONDS && positionBefore < end && position >= end;
    }
}
