package org.coursewright.video.ffmpeg;

import java.util.List;

/// One quality that students may get: its short side in pixels, and how x264 is to spend bits on it.
///
/// @param quality the constant rate factor: lower is better and larger
/// @param kilobits the most in a second
public record Rung(int shortSide, int quality, int kilobits) {

    /// The qualities of every video, best first. One more line here is one more rendition.
    static final List<Rung> LADDER = List.of(
            new Rung(1080, 22, 4500),
            new Rung(720, 22, 2500),
            new Rung(480, 23, 1200),
            new Rung(360, 23, 700));

    /// The rungs for a picture: never larger than the source, and always one.
    static List<Rung> of(Source.Picture picture) {
        var fitting = LADDER.stream().filter(rung -> rung.shortSide <= picture.shortSide()).toList();
        if (!fitting.isEmpty()) return fitting;
        var lowest = LADDER.getLast();
        return List.of(new Rung(Math.max(2, picture.shortSide() / 2 * 2), lowest.quality, lowest.kilobits));
    }

    /// The rungs beside a picture that is kept as it is.
    static List<Rung> below(Source.Picture picture) {
        return LADDER.stream().filter(rung -> rung.shortSide < picture.shortSide()).toList();
    }

    String scale(Source.Picture picture) {
        return picture.portrait()
                ? "scale=" + shortSide + ":-2:flags=bicubic"
                : "scale=-2:" + shortSide + ":flags=bicubic";
    }

    String file() {
        return shortSide + ".mp4";
    }
}
