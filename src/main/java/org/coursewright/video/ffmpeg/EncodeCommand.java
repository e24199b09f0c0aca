package org.coursewright.video.ffmpeg;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The argument list of one encode: one process and one decode for all renditions, each scaled from the source.
record EncodeCommand(Path input, Source source, Pass pass, @Nullable Loudness loudness) {

    static final String AUDIO_FILE = "audio.mp4";

    List<String> arguments() {
        var all = Arguments.reading(input);
        var picture = source.picture();
        if (picture != null && !(pass.rungs().isEmpty() && !pass.storyboard())) {
            all.add("-filter_complex", filters(picture));
            for (var at = 0; at < pass.rungs().size(); at++)
                video(all, at, pass.rungs().get(at));
            if (pass.storyboard())
                all.add("-map", "[board]", "-q:v", "4", "-f", "image2", Storyboard.FILES);
        }
        // Without this guard ffmpeg's default mapping would encode the picture into the audio file, and call it success.
        if (audioFile() != null) audio(all);
        return all.list();
    }

    /// The files that the encode writes into its folder, best first.
    List<String> videoFiles() {
        return pass.rungs().stream().map(Rung::file).toList();
    }

    @Nullable
    String audioFile() {
        return pass.sound() && source.sound() != null ? AUDIO_FILE : null;
    }

    private String filters(Source.Picture picture) {
        var steps = new ArrayList<String>();
        if (picture.interlaced()) steps.add("bwdif=mode=send_frame");
        if (!pass.aligned()) steps.add("fps=fps=" + rate(picture.rate()) + ":start_time=0");
        if (!picture.squarePixels()) steps.add("scale='trunc(iw*sar/2)*2:ih',setsar=1");
        if (picture.highRange())
            steps.add("zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,"
                    + "tonemap=hable:desat=0,zscale=t=bt709:m=bt709:r=tv");
        steps.add("format=yuv420p");
        var branches = new ArrayList<String>();
        for (var at = 0; at < pass.rungs().size(); at++)
            branches.add(pass.rungs().get(at).scale(picture) + "[v" + at + "]");
        if (pass.storyboard()) branches.add(Storyboard.of(source.duration(), picture).filter() + "[board]");
        var graph = new StringBuilder("[0:V]").append(String.join(",", steps)).append(",split=")
                .append(branches.size());
        for (var at = 0; at < branches.size(); at++)
            graph.append("[s").append(at).append(']');
        for (var at = 0; at < branches.size(); at++)
            graph.append(";[s").append(at).append(']').append(branches.get(at));
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

    private void video(Arguments all, int at, Rung rung) {
        all.add("-map", "[v" + at + "]", "-c:v", "libx264", "-preset", "veryfast", "-profile:v", "high",
                "-crf", "" + rung.quality(), "-maxrate", rung.kilobits() + "k", "-bufsize", 2 * rung.kilobits() + "k");
        if (pass.aligned())
            all.add("-force_key_frames", "source", "-g", "100000", "-sc_threshold", "0", "-fps_mode", "passthrough");
        else
            all.add("-force_key_frames", "expr:gte(t,n_forced*" + Arguments.SEGMENT_SECONDS + ")", "-g", "300");
        all.add("-an").into(rung.file());
    }

    private void audio(Arguments all) {
        var steps = new ArrayList<>(List.of(Loudness.STEREO));
        if (loudness != null) steps.add(loudness.filter());
        all.add("-map", "0:a:0", "-vn", "-af", String.join(",", steps), "-c:a", "aac", "-b:a", "128k", "-ac", "2",
                "-ar", "48000").soundInto(AUDIO_FILE);
    }
}
