package org.coursewright.video;

import java.util.List;

/// All that the studio shows of one video.
///
/// @param playback addresses for its author
/// @param qualities the best first, the sound last
/// @param captions by language
/// @param recogniser whether this installation can write captions by itself
/// @param audiences what students watched of it, for each lesson that shows it
/// @param waveform peaks of equal stretches, 0 to 100; empty where there is none
public record VideoPage(
        Video video, Playback playback, List<CaptionRow> captions, boolean recogniser, List<Audience> audiences,
        List<Quality> qualities, List<Integer> waveform) {

    public VideoPage {
        captions = List.copyOf(captions);
        audiences = List.copyOf(audiences);
        qualities = List.copyOf(qualities);
        waveform = List.copyOf(waveform);
    }

    /// One quality: `720` or `audio`; width and height 0 for the sound; bits a second on average and at most; bytes.
    public record Quality(String name, int width, int height, long averageBits, long peakBits, long bytes) {}

    /// Whether something is still being made of it.
    public boolean live() {
        return !video.state().ended() || captions.stream()
                .anyMatch(row -> row.transcription() != null && !row.transcription().state().ended());
    }

    /// The waveform as an SVG path in a box of so many units that is 100 high, around its middle.
    public String path() {
        var path = new StringBuilder();
        for (var at = 0; at < waveform.size(); at++) {
            var half = Math.max(1, waveform.get(at) / 2);
            path.append('M').append(at).append(' ').append(50 - half).append('V').append(50 + half);
        }
        return path.toString();
    }
}
