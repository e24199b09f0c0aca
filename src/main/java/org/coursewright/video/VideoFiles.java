package org.coursewright.video;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.coursewright.content.Version;
import org.coursewright.platform.Hash;
import tools.jackson.databind.JsonNode;

/// The video that a piece of content shows, with its captions: what a lesson names as `video` or a course as `trailer`.
public record VideoFiles(String path, Hash video, List<CaptionTrack> captions) {

    public VideoFiles {
        captions = List.copyOf(captions);
    }

    public static Optional<VideoFiles> of(Version version) {
        var named = version.front().path("video").asString("");
        var path = named.isEmpty() ? version.front().path("trailer").asString("") : named;
        return file(version, path).map(file -> new VideoFiles(file.getKey(), file.getValue(), captions(version)));
    }

    /// Its captions, and what recognisers wrote down in languages that have none; those of a language first.
    public List<CaptionTrack> captionsWith(List<CaptionTrack> transcripts, String language) {
        var others = transcripts.stream().filter(each -> captions.stream()
                .noneMatch(own -> plain(own.language()).equals(plain(each.language()))));
        return Stream.concat(captions.stream(), others)
                .sorted(Comparator.comparing(each -> !plain(each.language()).equals(plain(language))))
                .toList();
    }

    /// A language without its region: who has captions in `en` needs none in `en-GB`.
    private static String plain(String language) {
        return language.split("-", 2)[0].toLowerCase(Locale.ROOT);
    }

    private static List<CaptionTrack> captions(Version version) {
        return version.front().path("captions").properties().stream()
                .filter(caption -> CaptionTrack.isLanguage(caption.getKey()))
                .flatMap(caption -> caption(version, caption).stream())
                .toList();
    }

    private static Optional<CaptionTrack> caption(Version version, Map.Entry<String, JsonNode> caption) {
        return file(version, caption.getValue().asString(""))
                .map(file -> new CaptionTrack(caption.getKey(), file.getValue()));
    }

    /// Front matter names files from the root of its source, which may lie in a folder of the school.
    private static Optional<Map.Entry<String, Hash>> file(Version version, String path) {
        if (path.isEmpty()) return Optional.empty();
        return version.files().entrySet().stream()
                .filter(file -> file.getKey().equals(path) || file.getKey().endsWith("/" + path))
                .min(Map.Entry.comparingByKey());
    }
}
