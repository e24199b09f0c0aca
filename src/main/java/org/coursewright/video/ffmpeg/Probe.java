package org.coursewright.video.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
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
    private static final int MOST_CHAPTERS = 200;
    private static final int LARGEST_COPY = 1080;
    private static final double FASTEST_COPY = 60.5;

    /// Containers that keep the time of each frame exactly.
    private static final Set<String> EXACT = Set.of("mov", "matroska");
    private static final Set<String> PROFILES = Set.of("Constrained Baseline", "Main", "High");

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
                "-show_format", "-show_streams", "-show_chapters", "-of", "json", "-i",
                "file:" + file.toAbsolutePath()), folder,
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
        var exact = EXACT.contains(answer.path("format").path("format_name").asString("").split(",", -1)[0]);
        for (var stream : answer.path("streams")) {
            var type = stream.path("codec_type").asString("");
            if (type.equals("video") && picture == null && stream.path("disposition").path("attached_pic").asInt(0) == 0
                    && stream.path("width").asInt(0) > 0)
                picture = picture(stream, exact);
            if (type.equals("audio") && sound == null && stream.path("channels").asInt(0) > 0)
                sound = sound(stream, exact);
        }
        if (picture == null && sound == null) return new Found.Refused(Refusal.NOTHING_TO_PLAY, log);
        if (picture != null && (long) picture.width() * picture.height() > MOST_PIXELS)
            return new Found.Refused(Refusal.TOO_LARGE, log);
        var seconds = number(answer.path("format").path("duration"));
        return new Found.Readable(
                new Source(Duration.ofMillis(Math.max(0, Math.round(seconds * 1000))), picture, sound,
                        chapters(answer)));
    }

    private static List<Source.Chapter> chapters(JsonNode answer) {
        return answer.path("chapters").valueStream()
                .map(chapter -> new Source.Chapter(
                        Duration.ofMillis(Math.max(0, Math.round(number(chapter.path("start_time")) * 1000))),
                        chapter.path("tags").path("title").asString("").strip()))
                .filter(chapter -> !chapter.title().isEmpty())
                .limit(MOST_CHAPTERS)
                .toList();
    }

    private static Source.Sound sound(JsonNode stream, boolean exact) {
        var codec = stream.path("codec_name").asString("?");
        var channels = stream.path("channels").asInt();
        var rate = number(stream.path("sample_rate"));
        return new Source.Sound(codec, channels, exact && codec.equals("aac") && channels <= 2
                && stream.path("profile").asString("").equals("LC") && (rate == 48_000 || rate == 44_100));
    }

    private static Source.Picture picture(JsonNode stream, boolean exact) {
        var width = stream.path("width").asInt();
        var height = stream.path("height").asInt();
        var pixel = ratio(stream.path("sample_aspect_ratio").asString("1:1"), ":");
        var square = pixel <= 0 || Math.abs(pixel - 1) < 0.001;
        if (!square) width = (int) Math.round(width * pixel / 2) * 2;
        var rotation = rotation(stream);
        var turned = Math.abs(rotation) % 180 == 90;
        var transfer = stream.path("color_transfer").asString("");
        var field = stream.path("field_order").asString("progressive");
        var rate = ratio(stream.path("r_frame_rate").asString("0/0"), "/");
        var interlaced = !field.equals("progressive") && !field.equals("unknown");
        var highRange = transfer.equals("smpte2084") || transfer.equals("arib-std-b67");
        var copyable = exact && plain(stream) && square && rotation == 0 && !interlaced && !highRange
                && width % 2 == 0 && height % 2 == 0 && Math.min(width, height) <= LARGEST_COPY && rate <= FASTEST_COPY;
        return new Source.Picture(turned ? height : width, turned ? width : height, rate, square, interlaced,
                highRange, copyable);
    }

    /// H.264 of the kinds that every browser decodes.
    private static boolean plain(JsonNode stream) {
        return stream.path("codec_name").asString("").equals("h264")
                && PROFILES.contains(stream.path("profile").asString(""))
                && stream.path("pix_fmt").asString("").equals("yuv420p");
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
