package org.coursewright.video.hls;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Writes HLS playlists (RFC 8216). All addresses are relative, so that a token in the path never has to be written in.
public final class Playlists {

    private Playlists() {}

    /// A rendition: its name, which is that of its playlist too, and the name or the address of its media file.
    public record Variant(Track track, String name, String file) {

        String playlist() {
            return name + ".m3u8";
        }

        String keyPlaylist() {
            return name + KEYS + ".m3u8";
        }
    }

    /// What the name of a playlist of key frames ends with.
    public static final String KEYS = "-keys";

    private static final int PICTURES = 7;

    public record Subtitles(String language, String name, String playlist) {}

    /// The playlist of all renditions, best first, as players read it at the start.
    public static String master(List<Variant> pictures, @Nullable Variant sound, List<Subtitles> subtitles) {
        var text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n");
        if (sound != null && !pictures.isEmpty())
            text.append("#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"sound\",NAME=\"Audio\",DEFAULT=YES,AUTOSELECT=YES,"
                    + "CHANNELS=\"2\",URI=\"").append(sound.playlist()).append("\"\n");
        for (var each : subtitles)
            text.append("#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID=\"captions\",NAME=\"").append(each.name())
                    .append("\",LANGUAGE=\"").append(each.language())
                    .append("\",DEFAULT=NO,AUTOSELECT=YES,FORCED=NO,URI=\"")
                    .append(each.playlist()).append("\"\n");
        for (var picture : pictures)
            stream(text, picture, sound, subtitles);
        if (sound != null) stream(text, sound, pictures.isEmpty() ? null : sound, subtitles);
        for (var picture : pictures)
            if (picture.track().keyed()) keyStream(text, picture);
        return text.toString();
    }

    private static void stream(StringBuilder text, Variant variant, @Nullable Variant sound,
            List<Subtitles> subtitles) {
        var track = variant.track();
        var second = track.picture() && sound != null ? sound.track() : null;
        text.append("#EXT-X-STREAM-INF:BANDWIDTH=")
                .append(track.peakBandwidth() + (second == null ? 0 : second.peakBandwidth()))
                .append(",AVERAGE-BANDWIDTH=")
                .append(track.averageBandwidth() + (second == null ? 0 : second.averageBandwidth()))
                .append(",CODECS=\"").append(track.codec()).append(second == null ? "" : "," + second.codec())
                .append('"');
        if (track.picture())
            text.append(",RESOLUTION=").append(track.width()).append('x').append(track.height())
                    .append(",FRAME-RATE=").append(String.format(Locale.ROOT, "%.3f", track.framesPerSecond()));
        if (sound != null) text.append(",AUDIO=\"sound\"");
        if (!subtitles.isEmpty()) text.append(",SUBTITLES=\"captions\"");
        text.append('\n').append(variant.playlist()).append('\n');
    }

    private static void keyStream(StringBuilder text, Variant picture) {
        var track = picture.track();
        text.append("#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=").append(track.peakKeyBandwidth())
                .append(",CODECS=\"").append(track.codec()).append("\",RESOLUTION=").append(track.width()).append('x')
                .append(track.height()).append(",URI=\"").append(picture.keyPlaylist()).append("\"\n");
    }

    /// The playlist of one rendition: every segment is a range of the same file.
    public static String media(Track track, String file) {
        return ranges(head(track.target(), PICTURES).append("#EXT-X-INDEPENDENT-SEGMENTS\n"), track, file, "", false);
    }

    /// As [#media], of a rendition whose segments are encrypted; `key` is the address of the key.
    public static String encrypted(Track track, String file, String key) {
        return ranges(head(track.target(), PICTURES).append("#EXT-X-INDEPENDENT-SEGMENTS\n"), track, file,
                "#EXT-X-KEY:METHOD=AES-128,URI=\"" + key + "\"\n", false);
    }

    /// The playlist of the first frames of its segments, for those who look for a place.
    public static String keys(Track track, String file) {
        return ranges(head(track.target(), PICTURES).append("#EXT-X-I-FRAMES-ONLY\n"), track, file, "", true);
    }

    /// The key stands behind the opening, which is not encrypted.
    private static String ranges(StringBuilder text, Track track, String file, String key, boolean keys) {
        text.append("#EXT-X-MAP:URI=\"").append(file).append("\",BYTERANGE=\"").append(track.opening())
                .append("@0\"\n").append(key);
        var at = (long) track.opening();
        for (var segment : track.segments()) {
            text.append("#EXTINF:").append(seconds(track.seconds(segment.ticks()))).append(",\n#EXT-X-BYTERANGE:")
                    .append(keys ? segment.key() : segment.bytes())
                    .append('@').append(at).append('\n').append(file).append('\n');
            at += segment.bytes();
        }
        return text.append("#EXT-X-ENDLIST\n").toString();
    }

    /// The playlist of one caption file, which lasts as long as the video.
    public static String captions(double seconds, String file) {
        return head((int) Math.max(1, Math.ceil(seconds)), 3).append("#EXTINF:").append(seconds(seconds)).append(",\n")
                .append(file)
                .append("\n#EXT-X-ENDLIST\n").toString();
    }

    private static StringBuilder head(int target, int version) {
        return new StringBuilder("#EXTM3U\n#EXT-X-VERSION:").append(version).append("\n#EXT-X-TARGETDURATION:")
                .append(target)
                .append("\n#EXT-X-MEDIA-SEQUENCE:0\n#EXT-X-PLAYLIST-TYPE:VOD\n");
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
