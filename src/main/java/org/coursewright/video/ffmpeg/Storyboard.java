package org.coursewright.video.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/// The small pictures that show what is where in a video: one every few seconds, a hundred on a sheet.
///
/// @param seconds between one picture and the next
/// @param width of one picture, in pixels
/// @param height of one picture, in pixels
/// @param pictures how many there are
public record Storyboard(int seconds, int width, int height, int pictures) {

    /// Pictures in a row, and rows on a sheet.
    public static final int SIDE = 10;

    static final String FILES = "storyboard-%03d.jpg";

    private static final int CLOSEST = 4;
    private static final int MOST = 200;
    private static final int LONG_SIDE = 160;
    private static final Duration UNKNOWN = Duration.ofHours(2);

    static Storyboard of(Duration source, Source.Picture picture) {
        var length = source.isZero() ? UNKNOWN : source;
        var seconds = (int) Math.max(CLOSEST, Math.ceilDiv(length.toSeconds(), MOST));
        var width = picture.portrait() ? even(LONG_SIDE * picture.width() / (double) picture.height()) : LONG_SIDE;
        var height = picture.portrait() ? LONG_SIDE : even(LONG_SIDE * picture.height() / (double) picture.width());
        return new Storyboard(seconds, width, height,
                (int) Math.max(1, Math.ceilDiv(length.toMillis(), seconds * 1000L)));
    }

    /// As many pictures as a video of this length has.
    public Storyboard over(Duration length) {
        return new Storyboard(seconds, width, height,
                (int) Math.max(1, Math.ceilDiv(length.toMillis(), seconds * 1000L)));
    }

    /// The sheets in a work folder, in order.
    static List<Path> sheets(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder, "storyboard-*.jpg")) {
            return StreamSupport.stream(files.spliterator(), false).sorted().toList();
        }
    }

    String filter() {
        return "fps=1/" + seconds + ":round=up,scale=" + width + ":" + height + ":out_range=full,format=yuvj420p,tile="
                + SIDE
                + "x" + SIDE;
    }

    private static int even(double size) {
        return (int) Math.max(2, Math.round(size / 2) * 2);
    }
}
