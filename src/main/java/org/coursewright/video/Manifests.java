package org.coursewright.video;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.coursewright.platform.Hash;
import org.coursewright.school.School;
import org.coursewright.video.hls.Playlists;
import org.springframework.stereotype.Component;

/// Writes the playlists of a video from its renditions; small enough to be written anew for each request.
@Component
class Manifests {

    private static final int MOST_LANGUAGES = 40;

    private final Renditions renditions;

    Manifests(Renditions renditions) {
        this.renditions = renditions;
    }

    /// The playlist of all renditions; empty while the video is not ready. `captions` are names, separated by commas.
    Optional<String> master(School school, Hash video, String captions) {
        var all = renditions.of(school, video);
        if (all.isEmpty()) return Optional.empty();
        var pictures = all.stream().filter(each -> !each.sound()).map(Manifests::variant).toList();
        var sound = all.stream().filter(Rendition::sound).map(Manifests::variant).findFirst();
        return Optional.of(Playlists.master(pictures, sound.orElse(null), subtitles(captions)));
    }

    /// The playlist of one rendition, or of one caption file.
    Optional<String> media(School school, Hash video, String name) {
        var all = renditions.of(school, video);
        var caption = CaptionTrack.Name.of(name);
        if (caption.isPresent())
            return all.stream().findFirst()
                    .map(longest -> Playlists.captions(longest.track().seconds(), caption.get() + ".vtt"));
        return all.stream().filter(each -> each.name().equals(name)).findFirst()
                .map(each -> Playlists.media(each.track(), each.file()));
    }

    private static Playlists.Variant variant(Rendition rendition) {
        return new Playlists.Variant(rendition.track(), rendition.playlist());
    }

    private static List<Playlists.Subtitles> subtitles(String captions) {
        return Arrays.stream(captions.split(",", -1)).limit(MOST_LANGUAGES)
                .flatMap(name -> CaptionTrack.Name.of(name).stream())
                .map(name -> new Playlists.Subtitles(name.language(), CaptionTrack.label(name.language()),
                        name + ".m3u8"))
                .toList();
    }
}
