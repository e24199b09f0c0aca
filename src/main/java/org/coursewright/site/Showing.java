package org.coursewright.site;

import org.coursewright.school.School;
import org.coursewright.video.Playback;
import org.coursewright.video.PlaybackTokens;
import org.coursewright.video.VideoFiles;
import org.coursewright.video.Viewer;

/// To whom a site is shown.
sealed interface Showing {

    /// To everybody.
    record Live() implements Showing {}

    /// To whoever holds the link of a preview: everything, with a ribbon above.
    record Preview(String code, String ribbon) implements Showing {}

    default boolean everything() {
        return this instanceof Preview;
    }

    default Playback playback(School school, VideoFiles files, PlaybackTokens tokens) {
        return switch (this) {
            case Live _ -> PlaybackTokens.open(files.video(), files.captions());
            case Preview preview ->
                tokens.issue(school, new Viewer.OfPreview(preview.code()), files.video(), files.captions());
        };
    }
}
