package org.coursewright.video;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.coursewright.platform.Hash;
import org.coursewright.school.School;
import org.coursewright.video.hls.Dash;
import org.coursewright.video.hls.Playlists;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes the playlists of a video from its renditions; small enough to be written anew for each request.
@Component
class Manifests {

    private static final int MOST_LANGUAGES = 40;

    private final Renditions renditions;
    private final MediaAddresses addresses;

    Manifests(Renditions renditions, MediaAddresses addresses) {
        this.renditions = renditions;
        this.addresses = addresses;
    }

    /// The playlist of all renditions; empty while the video does not play yet. `captions` are names, separated by commas.
    Optional<String> master(School school, Hash video, String captions) {
        var all = all(school, video);
        if (all.isEmpty()) return Optional.empty();
        return Optional.of(Playlists.master(pictures(all), sound(all), subtitles(captions)));
    }

    /// As [#master], for players of DASH; an encrypted video has none.
    Optional<String> dash(School school, Hash video, String captions) {
        var all = all(school, video);
        if (all.isEmpty() || all.stream().anyMatch(Rendition::encrypted)) return Optional.empty();
        var texts = captions(captions).map(name -> new Dash.Text(name.language(), name + ".vtt")).toList();
        return Optional.of(Dash.manifest(pictures(all), sound(all), texts));
    }

    /// The playlist of one rendition, or of one caption file.
    Optional<String> media(School school, Hash video, String name) {
        var all = all(school, video);
        var caption = CaptionTrack.Name.of(name);
        if (caption.isPresent())
            return all.stream().findFirst()
                    .map(longest -> Playlists.captions(longest.track().seconds(), caption.get() + ".vtt"));
        if (name.endsWith(Playlists.KEYS))
            return named(all, name.substring(0, name.length() - Playlists.KEYS.length()))
                    .filter(each -> each.track().keyed())
                    .map(each -> Playlists.keys(each.track(), each.file()));
        return named(all, name).map(each -> each.encrypted()
                ? Playlists.encrypted(each.track(), each.file(), MediaFile.KEY)
                : Playlists.media(each.track(), each.file()));
    }

    private List<Rendition> all(School school, Hash video) {
        return renditions.of(school, video).stream().map(each -> addresses.of(school, video, each)).toList();
    }

    private static Optional<Rendition> named(List<Rendition> all, String name) {
        return all.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    private static List<Playlists.Variant> pictures(List<Rendition> all) {
        return all.stream().filter(each -> !each.sound()).map(Manifests::variant).toList();
    }

    private static Playlists.@Nullable Variant sound(List<Rendition> all) {
        return all.stream().filter(Rendition::sound).map(Manifests::variant).findFirst().orElse(null);
    }

    private static Playlists.Variant variant(Rendition rendition) {
        return new Playlists.Variant(rendition.track(), rendition.name(), rendition.file());
    }

    private static List<Playlists.Subtitles> subtitles(String captions) {
        return captions(captions)
                .map(name -> new Playlists.Subtitles(name.language(), name.label(),
                        name + ".m3u8"))
                .toList();
    }

    private static Stream<CaptionTrack.Name> captions(String names) {
        return Arrays.stream(names.split(",", -1)).limit(MOST_LANGUAGES)
                .flatMap(name -> CaptionTrack.Name.of(name).stream());
    }
}
