package org.coursewright.video.ffmpeg;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// How loud a recording is, measured over all of it (EBU R 128).
///
/// @param integrated loudness in LUFS; -70 is silence
/// @param truePeak the highest peak in dBTP
public record Loudness(double integrated, double truePeak) {

    /// How sound reaches both the measuring and the encoder: two channels, without holes, from 0.000 on.
    static final String STEREO = "aresample=48000:async=1:first_pts=0,aformat=channel_layouts=stereo";

    /// What every lesson is brought to: what the web plays speech at.
    static final double TARGET = -16;

    /// Peaks above this could be clipped by decoders.
    private static final double CEILING = -1.5;

    /// Below this there is only noise, which nobody wants to hear louder.
    private static final double SILENCE = -50;
    private static final double MOST_GAIN = 30;

    private static final Pattern INTEGRATED = Pattern.compile("(?m)^\\s*I:\\s+(-?[0-9.]+) LUFS");
    private static final Pattern PEAK = Pattern.compile("(?m)^\\s*Peak:\\s+(-?[0-9.]+|-inf) dBFS");

    /// Measures, and writes the sound down as it looks: 8,000 numbers a second, 16 bits each.
    static List<String> measuring(Path input, String waveform) {
        return Arguments.listening(input).add("-filter_complex",
                "[0:a:0]" + STEREO + ",asplit[m][w];[m]ebur128=peak=true:framelog=quiet[n];"
                        + "[w]aresample=8000,aformat=sample_fmts=s16:channel_layouts=mono[p]",
                "-map", "[n]", "-f", "null", "-", "-map", "[p]", "-f", "s16le", waveform).list();
    }

    /// Reads the summary that the measuring filter writes last; empty where it measured nothing.
    static Optional<Loudness> read(String log) {
        var integrated = INTEGRATED.matcher(log);
        var peak = PEAK.matcher(log);
        if (!integrated.find() || !peak.find()) return Optional.empty();
        return Optional.of(new Loudness(Double.parseDouble(integrated.group(1)),
                Double.parseDouble(peak.group(1).replace("inf", "Infinity"))));
    }

    /// Whether nobody would hear a difference.
    public boolean fine() {
        return Math.abs(integrated - TARGET) <= 1 && truePeak <= -1;
    }

    /// The filter that brings it to the target: one gain for all, and a limiter where single peaks would go too high.
    String filter() {
        var gain = gain();
        var volume = String.format(Locale.ROOT, "volume=%.2fdB", gain);
        if (truePeak + gain <= CEILING) return volume;
        return volume + String.format(Locale.ROOT, ",alimiter=limit=%.4f:level=disabled", Math.pow(10, CEILING / 20));
    }

    private double gain() {
        return integrated < SILENCE ? 0 : Math.min(TARGET - integrated, MOST_GAIN);
    }
}
