package org.coursewright.video;

import java.util.List;

/// Addresses that play one video for one viewer, for a few hours; relative to the host of the school.
///
/// @param manifest the HLS playlist that players open
/// @param poster the still picture, where the video has one
public record Playback(String manifest, String poster, List<Text> texts) {

    /// Captions in one language, as a WebVTT file.
    public record Text(String language, String label, String file) {}

    /// All addresses under one folder.
    static Playback under(String folder, List<CaptionTrack> captions) {
        var names = String.join(",", captions.stream().map(track -> track.name().toString()).toList());
        return new Playback(folder + "master.m3u8" + (names.isEmpty() ? "" : "?captions=" + names),
                folder + "poster.webp",
                captions.stream()
                        .map(track -> new Text(track.language(), track.label(), folder + track.name() + ".vtt"))
                        .toList());
    }
}
