package org.coursewright.video;

import org.coursewright.job.JobKind;
import org.coursewright.job.Lane;
import org.coursewright.platform.Hash;

/// The work of making one video playable.
///
/// @param tries how often people had asked for a new start by then: an older request does nothing
record TranscodeVideo(long school, Hash video, int tries) {

    static final JobKind<TranscodeVideo> KIND = new JobKind<>("transcode-video", TranscodeVideo.class, Lane.TRANSCODE,
            3);

    String key() {
        return school + "/" + video.hex() + "/" + tries;
    }
}
