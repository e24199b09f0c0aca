package org.coursewright.video;

import org.coursewright.job.JobKind;
import org.coursewright.job.Lane;
import org.coursewright.platform.Hash;
import org.coursewright.school.School;

/// The work of making one video playable.
record TranscodeVideo(long school, Hash video) {

    static final JobKind<TranscodeVideo> KIND = new JobKind<>("transcode-video", TranscodeVideo.class, Lane.TRANSCODE,
            3);

    static String key(School school, Hash video) {
        return school.id() + "/" + video.hex();
    }
}
