package org.coursewright.video;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.coursewright.content.Version;
import org.coursewright.platform.Hash;

/// The video that a piece of content shows, with its captions. A lesson names it as `video`, a course as `trailer`; else
/// it is the file of the same stem (`01-welcome.md`, `01-welcome.mp4`, `01-welcome.en.vtt`).
public record VideoFiles(String path, Hash video, List<CaptionTrack> captions) {

    private static final Set<String> VIDEO = Set.of("mp4", "m4v", "mov", "mkv", "webm", "avi", "mpg", "mpeg", "ts",
            "flv", "wmv", "mxf",
            "ogv", "3gp", "mp3", "m4a", "wav", "flac", "ogg", "aac");
    private static final Set<String> CAPTIONS = Set.of("vtt", "srt");

    /// Whether a file of this name can be a video, or a sound recording to be played like one.
    public static boolean isVideo(String path) {
        return VIDEO.contains(suffix(path));
    }

    public static boolean isCaptions(String path) {
        return CAPTIONS.contains(suffix(path));
    }

    /// @param language of captions whose name does not say it
    public static Optional<VideoFiles> of(Version version, String language) {
        var named = Optional.ofNullable(version.front().get("video"))
                .or(() -> Optional.ofNullable(version.front().get("trailer")))
                .map(node -> node.asString("")).filter(text -> !text.isEmpty());
        return version.files().entrySet().stream()
                .filter(file -> isVideo(file.getKey()) && named.map(text -> ends(file.getKey(), text))
                        .orElseGet(() -> stem(file.getKey()).equals(stem(version.path()))))
                .min(Map.Entry.comparingByKey())
                .map(file -> new VideoFiles(file.getKey(), file.getValue(),
                        captions(version, file.getKey(), language)));
    }

    private static List<CaptionTrack> captions(Version version, String video, String language) {
        var tracks = new ArrayList<CaptionTrack>();
        for (var file : version.files().entrySet()) {
            if (!isCaptions(file.getKey())) continue;
            var told = told(version, file.getKey()).or(() -> inName(file.getKey(), stem(video)));
            var named = told.isPresent() || stem(file.getKey()).equals(stem(video));
            if (named) tracks.add(new CaptionTrack(told.orElse(language), file.getValue()));
        }
        return tracks.stream().sorted(Comparator.comparing(CaptionTrack::language)).toList();
    }

    /// The language that the front matter gives a caption file: `captions: { en: welcome.vtt }`.
    private static Optional<String> told(Version version, String path) {
        var captions = version.front().get("captions");
        if (captions == null || !captions.isObject()) return Optional.empty();
        return captions.properties().stream().filter(entry -> ends(path, entry.getValue().asString("")))
                .map(Map.Entry::getKey)
                .filter(CaptionTrack::isLanguage).findFirst();
    }

    /// `01-welcome.de.vtt` says `de`.
    private static Optional<String> inName(String path, String stem) {
        var rest = stem(path);
        if (!rest.startsWith(stem + ".")) return Optional.empty();
        return Optional.of(rest.substring(stem.length() + 1)).filter(CaptionTrack::isLanguage);
    }

    private static boolean ends(String path, String written) {
        var plain = written.replaceFirst("^(?:\\.{1,2}/)+|^/", "");
        return !plain.isEmpty() && (path.equals(plain) || path.endsWith("/" + plain));
    }

    private static String stem(String path) {
        var name = path.lastIndexOf('/') + 1;
        var dot = path.lastIndexOf('.');
        return dot > name ? path.substring(0, dot) : path;
    }

    private static String suffix(String path) {
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
