package org.coursewright.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coursewright.platform.Hash;
import org.coursewright.video.Chapter;
import org.coursewright.video.VideoFiles;

/// A version of a lesson made ready to be shown; frozen, so it is kept in memory.
///
/// @param html safe HTML, in which links to its files begin with [#FILES]
/// @param chapters of its video, as the author wrote them
/// @param files name to hash of its downloads
/// @param allFiles every file that it may show
public record LessonText(
        long versionId, String html, Optional<VideoFiles> video, List<Chapter> chapters, List<Download> downloads,
        Map<Hash, String> allFiles) {

    /// Stands for the address under which somebody may load files for a while.
    static final String FILES = "/files/-/";

    /// A file to take along.
    public record Download(String name, Hash hash) {}

    /// With addresses that work for one person.
    public String html(String filesUrl) {
        return html.replace(FILES, filesUrl);
    }
}
