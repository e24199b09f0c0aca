package org.coursewright.video.ffmpeg;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The words of ffmpeg's command line that our runs share.
final class Arguments {

    static final int SEGMENT_SECONDS = 4;

    /// Both tracks start at 0.000 with these. `empty_moov` and `cmaf` would leave the picture two frames behind the sound.
    private static final List<String> FRAGMENTED = List.of("-map_metadata", "-1", "-map_chapters", "-1", "-movflags",
            "+frag_keyframe+delay_moov+default_base_moof", "-f", "mp4");

    private final List<String> all = new ArrayList<>();

    /// Reads a file that we do not trust: no other file, no network, no script.
    static Arguments reading(Path input, String... options) {
        return new Arguments().reading("error", input, options);
    }

    /// As [#reading], and the filters may say what they found.
    static Arguments listening(Path input) {
        return new Arguments().reading("info", input).add("-nostats");
    }

    private Arguments reading(String level, Path input, String... options) {
        return add("-hide_banner", "-nostdin", "-v", level, "-y", "-progress", "pipe:1", "-stats_period", "1",
                "-protocol_whitelist", "file,pipe", "-format_whitelist", Probe.FORMATS, "-max_pixels", "40000000")
                .add(options).add("-i", "file:" + input.toAbsolutePath());
    }

    Arguments add(String... words) {
        all.addAll(List.of(words));
        return this;
    }

    /// The end of one fragmented output.
    Arguments into(String file) {
        all.addAll(FRAGMENTED);
        return add(file);
    }

    /// The end of the sound, whose fragments follow no key frames.
    Arguments soundInto(String file) {
        return add("-frag_duration", SEGMENT_SECONDS + "000000").into(file);
    }

    List<String> list() {
        return List.copyOf(all);
    }
}
