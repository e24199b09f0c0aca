package org.coursewright.video.ffmpeg;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a file holds, as far as encoding it needs to know. A live recording may not say how long it is: zero then.
public record Source(Duration duration, @Nullable Picture picture, @Nullable Sound sound) {

    /// Width and height are what people see: turned upright, with square pixels.
    public record Picture(int width, int height, double rate, boolean squarePixels, boolean interlaced,
            boolean highRange) {

        public int shortSide() {
            return Math.min(width, height);
        }

        public boolean portrait() {
            return height > width;
        }
    }

    public record Sound(String codec, int channels) {}

    public Source {
        if (picture == null && sound == null) throw new IllegalArgumentException("a source has a picture or a sound");
    }
}
