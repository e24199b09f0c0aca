package org.coursewright.video.hls;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Writes the DASH manifest (ISO/IEC 23009-1) of the same files and the same segments that the HLS playlists name.
public final class Dash {

    private Dash() {}

    /// Captions in one language, as a WebVTT file.
    public record Text(String language, String file) {}

    /// At least one picture or the sound is given; pictures are the best first, all cut at the same moments.
    public static String manifest(List<Playlists.Variant> pictures, Playlists.@Nullable Variant sound,
            List<Text> texts) {
        var longest = Math.max(pictures.stream().mapToDouble(each -> each.track().seconds()).max().orElse(0),
                sound == null ? 0 : sound.track().seconds());
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" profiles=\"urn:mpeg:dash:profile:full:2011\" ")
                .append("type=\"static\" minBufferTime=\"PT4S\" mediaPresentationDuration=\"PT")
                .append(String.format(Locale.ROOT, "%.3f", longest)).append("S\">\n<Period id=\"0\" start=\"PT0S\">\n");
        if (!pictures.isEmpty()) {
            xml.append("<AdaptationSet contentType=\"video\" mimeType=\"video/mp4\" segmentAlignment=\"true\" ")
                    .append("startWithSAP=\"1\">\n");
            pictures.forEach(picture -> representation(xml, picture));
            xml.append("</AdaptationSet>\n");
        }
        if (sound != null) {
            xml.append("<AdaptationSet contentType=\"audio\" mimeType=\"audio/mp4\" segmentAlignment=\"true\" ")
                    .append("startWithSAP=\"1\">\n");
            representation(xml, sound);
            xml.append("</AdaptationSet>\n");
        }
        for (var text : texts)
            xml.append("<AdaptationSet contentType=\"text\" mimeType=\"text/vtt\" lang=\"").append(text.language())
                    .append("\"><Role schemeIdUri=\"urn:mpeg:dash:role:2011\" value=\"subtitle\"/>")
                    .append("<Representation id=\"").append(text.file()).append("\" bandwidth=\"100\"><BaseURL>")
                    .append(text.file()).append("</BaseURL></Representation></AdaptationSet>\n");
        return xml.append("</Period>\n</MPD>\n").toString();
    }

    private static void representation(StringBuilder xml, Playlists.Variant variant) {
        var track = variant.track();
        xml.append("<Representation id=\"").append(variant.name()).append("\" codecs=\"").append(track.codec())
                .append("\" bandwidth=\"").append(track.peakBandwidth()).append('"');
        if (track.picture())
            xml.append(" width=\"").append(track.width()).append("\" height=\"").append(track.height())
                    .append("\" frameRate=\"").append(Math.round(track.framesPerSecond() * 1000)).append("/1000\">\n");
        else
            xml.append(">\n<AudioChannelConfiguration schemeIdUri=\"urn:mpeg:dash:23003:3:"
                    + "audio_channel_configuration:2011\" value=\"2\"/>\n");
        xml.append("<BaseURL>").append(variant.file().replace("&", "&amp;"))
                .append("</BaseURL>\n<SegmentList timescale=\"")
                .append(track.timescale()).append("\"><Initialization range=\"0-").append(track.opening() - 1)
                .append("\"/>\n<SegmentTimeline>");
        timeline(xml, track.segments());
        xml.append("</SegmentTimeline>\n");
        var at = (long) track.opening();
        for (var segment : track.segments()) {
            xml.append("<SegmentURL mediaRange=\"").append(at).append('-').append(at + segment.bytes() - 1)
                    .append("\"/>\n");
            at += segment.bytes();
        }
        xml.append("</SegmentList>\n</Representation>\n");
    }

    /// Segments of the same duration in a row are written once.
    private static void timeline(StringBuilder xml, List<Track.Segment> segments) {
        for (var at = 0; at < segments.size();) {
            var ticks = segments.get(at).ticks();
            var end = at + 1;
            while (end < segments.size() && segments.get(end).ticks() == ticks)
                end++;
            xml.append("<S ").append(at == 0 ? "t=\"0\" " : "").append("d=\"").append(ticks).append('"')
                    .append(end - at > 1 ? " r=\"" + (end - at - 1) + "\"" : "").append("/>");
            at = end;
        }
    }
}
