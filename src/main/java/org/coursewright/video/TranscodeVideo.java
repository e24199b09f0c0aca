package org.coursewright.video;

import org.coursewright.job.JobKind;
import org.coursewright.job.Lane;
import org.coursewright.platform.Hash;

/// The work of making one video playable.
///
/// @param tries how often people had asked for a new start by then: an older request does nothing
record TranscodeVideo(long school, Hash video, int tries) {

    /// Eight tries are four minutes: a storage or a memory that is short for a moment costs nobody a video.
    static final JobKind<TranscodeVideo> KIND = new JobKind<>("transcode-video", TranscodeVideo.class, Lane.TRANSCODE,
            8);

    String key() {
        return school + "/" + video.hex() + "/" + tries;
    }
}
