package org.coursewright.video;

import java.util.Comparator;
import org.coursewright.video.hls.Track;

/// One quality, or the sound, of a video that is ready.
///
/// @param name `720`, `360` … or `audio`; also the name of its playlist
/// @param encrypted whether its segments play only with the key of the video
/// @param file its media file, named after its content, so that it may be cached for ever
record Rendition(String name, String file, Track track, boolean encrypted) {

    static final String SOUND = "audio";
    static final Comparator<Rendition> BEST_FIRST = Comparator
            .comparingInt((Rendition each) -> Math.min(each.track().width(), each.track().height())).reversed();

    /// The same with the address of its media file, as a playlist names it.
    Rendition at(String address) {
        return new Rendition(name, address, track, encrypted);
    }

    boolean sound() {
        return name.equals(SOUND);
    }
}
