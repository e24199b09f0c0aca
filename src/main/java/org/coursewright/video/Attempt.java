package org.coursewright.video;

import org.coursewright.platform.Hash;
import org.coursewright.school.School;

/// One attempt at a video. Its number rises with every attempt, so an overtaken one can no longer write.
///
/// @param provider who makes the video, see [VideoProvider#name()]
public record Attempt(School school, Hash video, int number, String provider) {

    /// Where the files of the video lie in the storage.
    String key(String file) {
        return folder(school, video) + "/" + file;
    }

    static String folder(School school, Hash video) {
        return school.id() + "/video/" + video.hex();
    }
}
