package org.coursewright.video.ffmpeg;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The argument list of one encode: one process and one decode for all renditions, each scaled from the source.
record EncodeCommand(Path input, Source source, List<Rung> rungs) {

    static final int SEGMENT_SECONDS = 4;

    /// Both tracks start at 0.000 with these. `empty_moov` and `cmaf` would leave the picture two frames behind the sound.
    private static final String FRAGMENTED = "+frag_keyframe+delay_moov+default_base_moof";
    private static final String AUDIO_FILE = "audio.mp4";

    static EncodeCommand of(Path input, Source source) {
        return new EncodeCommand(input, source, source.picture() == null ? List.of() : Rung.of(source.picture()));
    }

    List<String> arguments() {
        var all = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-v", "error", "-y", "-progress", "pipe:1",
                "-stats_period", "1",
                "-protocol_whitelist", "file,pipe", "-format_whitelist", Probe.FORMATS, "-max_pixels", "40000000",
                "-i", "file:" + input.toAbsolutePath()));
        var picture = source.picture();
        if (picture != null) {
            all.addAll(List.of("-filter_complex", filters(picture)));
            for (var at = 0; at < rungs.size(); at++)
                all.addAll(video(at, rungs.get(at)));
        }
        // Without this guard ffmpeg's default mapping would encode the picture into the audio file, and call it success.
        if (source.sound() != null) all.addAll(audio());
        return List.copyOf(all);
    }

    /// The files that the encode writes into its folder, best first.
    List<String> videoFiles() {
        return rungs.stream().map(Rung::file).toList();
    }

    @Nullable
    String audioFile() {
        return source.sound() == null ? null : AUDIO_FILE;
    }

    private String filters(Source.Picture picture) {
        var steps = new ArrayList<String>();
        if (picture.interlaced()) steps.add("bwdif=mode=send_frame");
        steps.add("fps=fps=" + rate(picture.rate()) + ":start_time=0");
        if (!picture.squarePixels()) steps.add("scale='trunc(iw*sar/2)*2:ih',setsar=1");
        if (picture.highRange())
            steps.add("zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,"
                    + "tonemap=hable:desat=0,zscale=t=bt709:m=bt709:r=tv");
        steps.add("format=yuv420p");
        var graph = new StringBuilder("[0:V]").append(String.join(",", steps)).append(",split=").append(rungs.size());
        for (var at = 0; at < rungs.size(); at++)
            graph.append("[s").append(at).append(']');
        for (var at = 0; at < rungs.size(); at++)
            graph.append(";[s").append(at).append(']').append(rungs.get(at).scale(picture))
                    .append("[v").append(at).append(']');
        return graph.toString();
    }

    /// A constant rate: as it is up to 30 a second, else divided down; 30 for recordings that have none of their own.
    static String rate(double rate) {
        if (rate < 1 || rate > 121) return "30";
        var divided = rate;
        while (divided > 30.5)
            divided /= 2;
        var ntsc = Math.round(divided * 1001 / 1000);
        if (Math.abs(divided - ntsc * 1000 / 1001.0) < 0.0005) return ntsc * 1000 + "/1001";
        return String.format(Locale.ROOT, "%.6f", divided).replaceAll("0+$", "").replaceAll("\\.$", "");
    }

    private static List<String> video(int at, Rung rung) {
        return List.of("-map", "[v" + at + "]", "-c:v", "libx264", "-preset", "veryfast", "-profile:v", "high",
                "-crf", "" + rung.quality(), "-maxrate", rung.kilobits() + "k", "-bufsize", 2 * rung.kilobits() + "k",
                "-force_key_frames", "expr:gte(t,n_forced*" + SEGMENT_SECONDS + ")", "-g", "300",
                "-an", "-map_metadata", "-1", "-map_chapters", "-1", "-movflags", FRAGMENTED, "-f", "mp4", rung.file());
    }

    private static List<String> audio() {
        return List.of("-map", "0:a:0", "-vn", "-af", "aresample=async=1:first_pts=0", "-c:a", "aac", "-b:a", "128k",
                "-ac", "2", "-ar", "48000",
                "-map_metadata", "-1", "-map_chapters", "-1", "-movflags", FRAGMENTED, "-frag_duration",
                SEGMENT_SECONDS + "000000",
                "-f", "mp4", AUDIO_FILE);
    }
}
