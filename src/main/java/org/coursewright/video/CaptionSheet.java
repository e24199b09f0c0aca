package org.coursewright.video;

import java.util.List;

/// The captions of a video in one language, to be read and mended.
///
/// @param text WebVTT
/// @param bases ids of the revisions that its author looks at, with commas
/// @param files where the captions are kept, relative to the sources; empty while no lesson shows the video
/// @param automatic whether a recogniser wrote this text and nobody kept it yet
public record CaptionSheet(String language, String text, String bases, List<String> files, boolean automatic) {

    public CaptionSheet {
        files = List.copyOf(files);
    }

    public String label() {
        return CaptionTrack.label(language, false);
    }

    /// As its author saw it: whoever changed it since is not written over.
    CaptionSheet basedOn(String seen) {
        return new CaptionSheet(language, text, seen, files, automatic);
    }

    CaptionSheet with(String other) {
        return new CaptionSheet(language, other, bases, files, automatic);
    }
}
