package org.coursewright.video;

import java.util.List;
import org.coursewright.storage.Received;

/// The videos of a school in the studio.
///
/// @param imports that are fetched, or could not be
/// @param loose files that came and are in no lesson yet
/// @param recogniser whether this installation has one that writes captions
/// @param byItself whether new videos get captions from it
/// @param address as it was typed, where it could not be taken
/// @param error what is wrong with it; may be empty
public record VideosPage(List<Video> videos, List<Import> imports, List<Received> loose, boolean recogniser,
        boolean byItself, String address, String error) {

    public VideosPage {
        videos = List.copyOf(videos);
        imports = List.copyOf(imports);
        loose = List.copyOf(loose);
    }

    VideosPage refused(String typed, String reason) {
        return new VideosPage(videos, imports, loose, recogniser, byItself, typed, reason);
    }
}
