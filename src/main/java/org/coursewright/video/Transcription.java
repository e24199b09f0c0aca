package org.coursewright.video;

import org.coursewright.platform.Hash;
import org.jspecify.annotations.Nullable;

/// What a recogniser writes down of a video, in one language.
///
/// @param percent of the recording that was listened to
/// @param caption hash of the captions that came of it; absent until they are there
/// @param remark why it failed
/// @param log what the recogniser said then
public record Transcription(
        String language, State state, int percent, @Nullable Hash caption, @Nullable Remark remark, String log) {

    /// How far it is.
    public enum State {
        WAITING, LISTENING, DONE, FAILED;

        public boolean ended() {
            return this == DONE || this == FAILED;
        }
    }
}
