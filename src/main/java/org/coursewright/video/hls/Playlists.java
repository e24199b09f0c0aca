package org.coursewright.video.hls;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Writes HLS playlists (RFC 8216). All addresses are relative, so that a token in the path never has to be written in.
public final class Playlists {

    private Playlists() {}

    /// A rendition with the names of its playlist and of its media file.
    public record Variant(Track track, String playlist) {}

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
        if (pictures.isEmpty() && sound != null) stream(text, sound, null, subtitles);
        return text.toString();
    }

    private static void stream(StringBuilder text, Variant variant, @Nullable Variant sound,
            List<Subtitles> subtitles) {
        var track = variant.track();
        text.append("#EXT-X-STREAM-INF:BANDWIDTH=")
                .append(track.peakBandwidth() + (sound == null ? 0 : sound.track().peakBandwidth()))
                .append(",AVERAGE-BANDWIDTH=")
                .append(track.averageBandwidth() + (sound == null ? 0 : sound.track().averageBandwidth()))
                .append(",CODECS=\"").append(track.codec()).append(sound == null ? "" : "," + sound.track().codec())
                .append('"');
        if (track.picture())
            text.append(",RESOLUTION=").append(track.width()).append('x').append(track.height())
                    .append(",FRAME-RATE=").append(String.format(Locale.ROOT, "%.3f", track.framesPerSecond()));
        if (sound != null) text.append(",AUDIO=\"sound\"");
        if (!subtitles.isEmpty()) text.append(",SUBTITLES=\"captions\"");
        text.append('\n').append(variant.playlist()).append('\n');
    }

    /// The playlist of one rendition: every segment is a range of the same file.
    public static String media(Track track, String file) {
        var text = head(track.target(), 7).append("#EXT-X-INDEPENDENT-SEGMENTS\n#EXT-X-MAP:URI=\"").append(file)
                .append("\",BYTERANGE=\"")
                .append(track.opening()).append("@0\"\n");
        var at = (long) track.opening();
        for (var segment : track.segments()) {
            text.append("#EXTINF:").append(seconds(track.seconds(segment.ticks()))).append(",\n#EXT-X-BYTERANGE:")
                    .append(segment.bytes())
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
