package org.coursewright.video.ffmpeg;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a file holds, as far as encoding it needs to know. A live recording may not say how long it is: zero then.
public record Source(Duration duration, @Nullable Picture picture, @Nullable Sound sound, List<Chapter> chapters) {

    /// Width and height are what people see: turned upright, with square pixels.
    ///
    /// @param rate frames a second; 0 where it is not known
    /// @param copyable H.264 as browsers play it, in a container with exact times: it may do as it is
    public record Picture(int width, int height, double rate, boolean squarePixels, boolean interlaced,
            boolean highRange, boolean copyable) {

        public int shortSide() {
            return Math.min(width, height);
        }

        public boolean portrait() {
            return height > width;
        }
    }

    /// @param copyable AAC as browsers play it
    public record Sound(String codec, int channels, boolean copyable) {}

    /// A part of the recording with a name, as its maker set it.
    public record Chapter(Duration at, String title) {}

    public Source {
        if (picture == null && sound == null) throw new IllegalArgumentException("a source has a picture or a sound");
        chapters = List.copyOf(chapters);
    }
}
