package org.coursewright.video;

import org.coursewright.job.JobKind;
import org.coursewright.job.Lane;
import org.coursewright.platform.Hash;

/// The work of writing down what is said in a video.
///
/// @param tries how often people had asked for it by then: an older request does nothing
record TranscribeVideo(long school, Hash video, String language, int tries) {

    /// Eight tries are four minutes: a service that is out for a moment costs nobody a transcript.
    static final JobKind<TranscribeVideo> KIND = new JobKind<>("transcribe-video", TranscribeVideo.class,
            Lane.TRANSCRIBE, 8);

    String key() {
        return school + "/" + video.hex() + "/" + language + "/" + tries;
    }
}
