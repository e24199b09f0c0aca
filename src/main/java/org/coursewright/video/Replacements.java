package org.coursewright.video;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.coursewright.content.Edit;
import org.coursewright.content.Edits;
import org.coursewright.content.PushAnswer;
import org.coursewright.content.Revision;
import org.coursewright.content.Revisions;
import org.coursewright.content.TreeFile;
import org.coursewright.content.Version;
import org.coursewright.content.Versions;
import org.coursewright.school.School;
import org.coursewright.storage.Received;
import org.springframework.stereotype.Component;

/// Puts a new file in the place of a video. The lesson stays the same one, with all that students did in it.
@Component
class Replacements {

    private final Revisions revisions;
    private final Versions versions;
    private final Edits edits;

    Replacements(Revisions revisions, Versions versions, Edits edits) {
        this.revisions = revisions;
        this.versions = versions;
        this.edits = edits;
    }

    /// Where videos stand, in the order of the folder.
    List<VideoPlace> places(School school) {
        return revisions.heads(school).stream()
                .flatMap(head -> versions.of(school, head.id()).versions().stream()
                        .flatMap(version -> place(head.id(), version)))
                .toList();
    }

    /// @param received the new video
    /// @param revisionId what its author looked at
    /// @param contentId what shows the old video there
    /// @return empty where nothing there shows a video
    Optional<PushAnswer> replace(School school, Received received, long revisionId, long contentId, String author)
            throws IOException {
        var base = revisions.get(school, revisionId);
        var place = versions.of(school, revisionId).content(contentId).flatMap(version -> place(base.id(), version)
                .findFirst());
        if (place.isEmpty()) return Optional.empty();
        var path = path(base, place.get().file());
        var file = new TreeFile(received.blob().hash(), received.blob().size());
        var edit = new Edit(base.sourcePath(), base.number(), new TreeMap<>(Map.of(path, file)),
                "Replace the video of " + place.get().title());
        return Optional.of(edits.apply(school, edit, author));
    }

    private static Stream<VideoPlace> place(long revisionId, Version version) {
        return VideoFiles.of(version).stream()
                .map(file -> new VideoPlace(revisionId, version.contentId(), version.title(), file.path()));
    }

    private static String path(Revision base, String file) {
        var root = base.sourcePath() + "/";
        return file.startsWith(root) ? file.substring(root.length()) : file;
    }
}
