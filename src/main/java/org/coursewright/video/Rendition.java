package org.coursewright.video;

import org.coursewright.video.hls.Track;

/// One quality, or the sound, of a video that is ready.
///
/// @param name `720`, `360` … or `audio`; also the name of its playlist
/// @param file its media file, named after its content, so that it may be cached for ever
record Rendition(String name, String file, Track track) {

    static final String SOUND = "audio";

    boolean sound() {
        return name.equals(SOUND);
    }

    String playlist() {
        return name + ".m3u8";
    }
}
