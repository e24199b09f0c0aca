package org.coursewright.study;

import java.time.Duration;
import java.util.List;
import org.coursewright.video.VideoWords;

/// A lesson in which something was found.
///
/// @param excerpt of its text, in pieces; empty where the text says nothing of it
/// @param moments of its video, the best first
public record SearchHit(Outline.Entry lesson, List<Piece> excerpt, List<Moment> moments) {

    public SearchHit {
        excerpt = List.copyOf(excerpt);
        moments = List.copyOf(moments);
    }

    /// Some text, and whether it is what was searched for.
    public record Piece(String text, boolean found) {}

    /// What is said at a second of the video.
    public record Moment(long millis, List<Piece> pieces) {

        public Moment {
            pieces = List.copyOf(pieces);
        }

        public String clock() {
            return VideoWords.clock(Duration.ofMillis(millis / 1000 * 1000));
        }

        public long second() {
            return millis / 1000;
        }
    }
}
