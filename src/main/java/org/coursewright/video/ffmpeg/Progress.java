package org.coursewright.video.ffmpeg;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far an encode has come: the share that is done (0 to 1), and the time that is left where it can be told.
public record Progress(double share, @Nullable Duration left) {

    public static final Progress NONE = new Progress(0, null);

    /// The progress of the whole work, of which this is the part between two shares. The rest is taken to go as fast.
    public Progress within(double from, double to) {
        var shareOfAll = from + share * (to - from);
        if (left == null || share >= 1) return new Progress(shareOfAll, left);
        var part = left.toMillis() / (1 - share);
        return new Progress(shareOfAll, left.plusMillis(Math.round(part * (1 - to) / (to - from))));
    }

    /// Reads the `key=value` lines of `-progress pipe:1`; one block ends with `progress=`.
    static final class Reader {

        private final Duration total;
        private Duration out = Duration.ZERO;
        private double speed;

        Reader(Duration total) {
            this.total = total;
        }

        void line(String line) {
            var split = line.indexOf('=');
            if (split < 0) return;
            var value = line.substring(split + 1).strip();
            switch (line.substring(0, split)) {
                case "out_time_us" -> out = number(value).map(us -> Duration.ofNanos((long) (us * 1000))).orElse(out);
                case "speed" -> speed = number(value.replace("x", "")).orElse(speed);
                default -> {
                }
            }
        }

        Duration out() {
            return out;
        }

        Progress now() {
            if (total.isZero()) return NONE;
            var share = Math.clamp((double) out.toMillis() / total.toMillis(), 0, 1);
            if (speed <= 0) return new Progress(share, null);
            var left = total.minus(out);
            return new Progress(share,
                    left.isNegative() ? Duration.ZERO : Duration.ofMillis((long) (left.toMillis() / speed)));
        }

        /// ffmpeg says `N/A` until the first frame is out.
        private static Optional<Double> number(String text) {
            try {
                return Optional.of(Double.parseDouble(text));
            } catch (NumberFormatException _) {
                return Optional.empty();
            }
        }
    }
}
