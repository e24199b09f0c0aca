package org.coursewright.video;

import java.util.Comparator;
import java.util.List;
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

    /// A smaller picture that takes as many bits as a better one is of no use to anybody, and players, which choose by bits,
    /// would prefer it. Slides that somebody compressed well are such a source.
    ///
    /// @param pictures the best first
    static void leaveOutWhatSavesNothing(List<Rendition> pictures) {
        for (var at = 1; at < pictures.size();)
            if (pictures.get(at).track.peakBandwidth() < pictures.get(at - 1).track.peakBandwidth()) at++;
            else
                pictures.remove(at);
    }

    boolean sound() {
        return name.equals(SOUND);
    }
}
