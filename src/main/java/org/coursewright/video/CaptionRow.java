package org.coursewright.video;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What there is of captions in one language, for the studio.
///
/// @param files of lessons that hold them
/// @param transcription what a recogniser does or did about them
public record CaptionRow(String language, List<String> files, @Nullable Transcription transcription) {

    public CaptionRow {
        files = List.copyOf(files);
    }

    /// As students see it named.
    public String label() {
        return CaptionTrack.label(language, automatic());
    }

    /// Whether students see what a recogniser wrote.
    public boolean automatic() {
        return files.isEmpty() && transcription != null && transcription.caption() != null;
    }
}
