package org.coursewright.video;

import org.coursewright.job.JobKind;
import org.coursewright.job.Lane;

/// The work of fetching one video.
///
/// @param code of the import
/// @param tries how often people had asked for a new start by then: an older request does nothing
record ImportVideo(long school, String code, int tries) {

    static final JobKind<ImportVideo> KIND = new JobKind<>("import-video", ImportVideo.class, Lane.TRANSFER, 8);

    String key() {
        return school + "/" + code + "/" + tries;
    }
}
