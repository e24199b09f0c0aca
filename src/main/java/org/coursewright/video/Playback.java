package org.coursewright.video;

import java.util.List;

/// Addresses that play one video for one viewer, for a few hours; relative to the host of the school.
///
/// @param manifest the HLS playlist that players open
/// @param dash the same for players of DASH
/// @param poster the still picture, where the video has one
/// @param thumbnails which part of which small picture shows what moment, where the video has them
public record Playback(String manifest, String dash, String poster, String thumbnails, List<Text> texts) {

    /// Captions in one language, as a WebVTT file.
    public record Text(String language, String label, String file) {}

    /// All addresses under one folder.
    static Playback under(String folder, List<CaptionTrack> captions) {
        var names = String.join(",", captions.stream().map(track -> track.name().toString()).toList());
        var wanted = names.isEmpty() ? "" : "?captions=" + names;
        return new Playback(folder + "master.m3u8" + wanted, folder + "manifest.mpd" + wanted,
                folder + "poster.webp", folder + "thumbnails.vtt",
                captions.stream()
                        .map(track -> new Text(track.language(), track.label(), folder + track.name() + ".vtt"))
                        .toList());
    }
}
