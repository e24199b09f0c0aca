package org.coursewright.video;

import java.util.Map;
import org.coursewright.content.Revision;
import org.coursewright.content.Version;
import org.coursewright.platform.Hash;
import org.jspecify.annotations.Nullable;

/// Where the captions of a video in one language stand: a file beside a lesson that shows the video.
///
/// @param base the revision of its source
/// @param path from the root of the source
/// @param hash of what stands there; absent where there is no such file yet
record CaptionFile(Revision base, String title, String path, @Nullable Hash hash) {

    /// The file that the lesson names for the language, or else the one that would be found beside it.
    static CaptionFile of(Revision base, Version lesson, String language) {
        var named = lesson.front().path("captions").path(language).asString("");
        if (named.isEmpty()) {
            var stem = inSource(base, lesson.path()).replaceAll("\\.md$", "");
            return new CaptionFile(base, lesson.title(), stem + "." + language + ".vtt", null);
        }
        return new CaptionFile(base, lesson.title(), named, lesson.files().entrySet().stream()
                .filter(file -> inSource(base, file.getKey()).equals(named))
                .map(Map.Entry::getValue).findFirst().orElse(null));
    }

    boolean subRip() {
        return path.endsWith(".srt");
    }

    private static String inSource(Revision base, String path) {
        var root = base.sourcePath() + "/";
        return path.startsWith(root) ? path.substring(root.length()) : path;
    }
}
