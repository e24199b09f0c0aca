package org.coursewright.video;

import java.util.Optional;
import java.util.regex.Pattern;

/// What the last part of a media address asks for. Nothing else is ever looked up, so no name leads out of the folder.
sealed interface MediaFile {

    /// The playlist of all renditions.
    record Master() implements MediaFile {}

    /// The DASH manifest of all renditions.
    record Dash() implements MediaFile {}

    /// The playlist of one rendition or caption file, or of the key frames of a rendition.
    record Playlist(String name) implements MediaFile {}

    /// The media of a rendition, named after its content.
    record Segments(String file) implements MediaFile {}

    /// What encrypted segments are played with.
    record Key() implements MediaFile {}

    /// Small pictures, a hundred on a sheet, named after their content.
    record Sheet(String file) implements MediaFile {}

    /// Which part of which sheet shows what moment.
    record Thumbnails() implements MediaFile {}

    record Waveform() implements MediaFile {}

    record Poster(String file, String mediaType) implements MediaFile {}

    record Text(CaptionTrack.Name name) implements MediaFile {}

    /// Nothing but the answer whether one may: what a proxy asks that keeps the media.
    record Access() implements MediaFile {}

    String KEY = "key";
    Pattern SEGMENTS = Pattern.compile("(?:[0-9]{1,4}|audio)-[0-9a-f]{12}\\.mp4");
    Pattern SHEET = Pattern.compile("storyboard-[0-9]{3}-[0-9a-f]{12}\\.jpg");
    Pattern PLAYLIST = Pattern.compile("([A-Za-z0-9-]{1,60})\\.m3u8");
    Pattern TEXT = Pattern.compile("([A-Za-z0-9-]{1,60})\\.vtt");

    static Optional<MediaFile> of(String name) {
        if (name.equals("master.m3u8")) return Optional.of(new Master());
        if (name.equals("manifest.mpd")) return Optional.of(new Dash());
        if (name.equals("access")) return Optional.of(new Access());
        if (name.equals(KEY)) return Optional.of(new Key());
        if (name.equals("thumbnails.vtt")) return Optional.of(new Thumbnails());
        if (name.equals(Packaging.WAVEFORM)) return Optional.of(new Waveform());
        if (name.equals("poster.webp")) return Optional.of(new Poster(name, "image/webp"));
        if (name.equals("poster.jpg")) return Optional.of(new Poster(name, "image/jpeg"));
        if (SEGMENTS.matcher(name).matches()) return Optional.of(new Segments(name));
        if (SHEET.matcher(name).matches()) return Optional.of(new Sheet(name));
        var playlist = PLAYLIST.matcher(name);
        if (playlist.matches()) return Optional.of(new Playlist(playlist.group(1)));
        var text = TEXT.matcher(name);
        return text.matches() ? CaptionTrack.Name.of(text.group(1)).map(Text::new) : Optional.empty();
    }

    /// What one cannot watch without, other than pictures and words: only who has a seat gets it.
    default boolean plays() {
        return manifest() || this instanceof Segments || this instanceof Access;
    }

    /// Playlists are written for each request; whether one may watch is asked anew for each of them, and for the key.
    default boolean manifest() {
        return this instanceof Master || this instanceof Dash || this instanceof Playlist || this instanceof Key;
    }
}
