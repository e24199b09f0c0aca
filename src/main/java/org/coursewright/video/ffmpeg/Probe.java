package org.coursewright.video.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.coursewright.video.ffmpeg.Transcoder.Found;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks ffprobe what a file holds. The list of formats keeps scripts and playlists, which could name other files, away
/// from every demuxer.
final class Probe {

    static final String FORMATS = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,flv,asf,ogg,mp3,wav,flac,aac,mxf,gxf";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long MOST_PIXELS = 40_000_000;

    private final Runner runner;

    Probe(Runner runner) {
        this.runner = runner;
    }

    Found of(Path file, Path folder) throws IOException, InterruptedException {
        if (Files.size(file) == 0) return new Found.Refused(Refusal.EMPTY, "");
        var first = FirstBytes.of(file);
        var known = first.refusal();
        if (known.isPresent()) return new Found.Refused(known.get(), "");
        var answer = runner.ask(List.of("-v", "error", "-protocol_whitelist", "file", "-format_whitelist", FORMATS,
                "-show_format", "-show_streams", "-of", "json", "-i", "file:" + file.toAbsolutePath()), folder,
                PATIENCE);
        if (answer.code() != 0) return new Found.Refused(refusal(first, answer), answer.log());
        return read(JSON.readTree(answer.out()), answer.log());
    }

    private static Refusal refusal(FirstBytes first, Runner.Answer answer) {
        if (answer.code() < 0) return Refusal.UNREADABLE;
        return first.movie() && answer.log().contains("moov atom not found") ? Refusal.UNFINISHED : Refusal.UNKNOWN;
    }

    private static Found read(JsonNode answer, String log) {
        Source.@Nullable Picture picture = null;
        Source.@Nullable Sound sound = null;
        for (var stream : answer.path("streams")) {
            var type = stream.path("codec_type").asString("");
            if (type.equals("video") && picture == null && stream.path("disposition").path("attached_pic").asInt(0) == 0
                    && stream.path("width").asInt(0) > 0)
                picture = picture(stream);
            if (type.equals("audio") && sound == null && stream.path("channels").asInt(0) > 0)
                sound = new Source.Sound(
                        stream.path("codec_name").asString("?"), stream.path("channels").asInt());
        }
        if (picture == null && sound == null) return new Found.Refused(Refusal.NOTHING_TO_PLAY, log);
        if (picture != null && (long) picture.width() * picture.height() > MOST_PIXELS)
            return new Found.Refused(Refusal.TOO_LARGE, log);
        var seconds = number(answer.path("format").path("duration"));
        return new Found.Readable(
                new Source(Duration.ofMillis(Math.max(0, Math.round(seconds * 1000))), picture, sound));
    }

    private static Source.Picture picture(JsonNode stream) {
        var width = stream.path("width").asInt();
        var height = stream.path("height").asInt();
        var pixel = ratio(stream.path("sample_aspect_ratio").asString("1:1"), ":");
        var square = pixel <= 0 || Math.abs(pixel - 1) < 0.001;
        if (!square) width = (int) Math.round(width * pixel / 2) * 2;
        var turned = Math.abs(rotation(stream)) % 180 == 90;
        var transfer = stream.path("color_transfer").asString("");
        var field = stream.path("field_order").asString("progressive");
        return new Source.Picture(turned ? height : width, turned ? width : height,
                ratio(stream.path("r_frame_rate").asString("0/0"), "/"), square,
                !field.equals("progressive") && !field.equals("unknown"),
                transfer.equals("smpte2084") || transfer.equals("arib-std-b67"));
    }

    private static int rotation(JsonNode stream) {
        for (var side : stream.path("side_data_list"))
            if (side.has("rotation")) return side.path("rotation").asInt(0);
        return 0;
    }

    private static double ratio(String text, String by) {
        var parts = text.split(by, -1);
        if (parts.length != 2) return 0;
        try {
            var under = Double.parseDouble(parts[1]);
            return under == 0 ? 0 : Double.parseDouble(parts[0]) / under;
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    private static double number(JsonNode node) {
        try {
            return Double.parseDouble(node.asString("0"));
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
