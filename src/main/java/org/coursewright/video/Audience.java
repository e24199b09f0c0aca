package org.coursewright.video;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/// How many students of one lesson watched which part of its video.
///
/// @param lesson title of the lesson
/// @param course title of its course
/// @param students who watched at least a second
/// @param half how far half of them came; the others came further
/// @param parts equal stretches of the video, each with the students who watched it on average over its seconds
/// @param length of the video
public record Audience(
        String lesson, String course, int students, Duration half, List<Double> parts, Duration length) {

    /// Into so many parts at most is a video divided.
    public static final int PARTS = 100;
    private static final int ROWS = 10;

    public Audience {
        parts = List.copyOf(parts);
    }

    /// A stretch of the video, and the share of the students who watched it, 0 to 100.
    public record Stretch(Duration from, Duration to, int percent) {}

    /// Whether more than half of them came to the last twentieth of the video, or its last ten seconds.
    public boolean reachesEnd() {
        return length.minus(half).compareTo(Duration.ofSeconds(Math.max(10, length.toSeconds() / 20))) <= 0;
    }

    /// About ten stretches from the beginning to the end.
    public List<Stretch> stretches() {
        int rows = Math.min(ROWS, parts.size());
        return IntStream.range(0, rows).mapToObj(row -> stretch(row * parts.size() / rows,
                (row + 1) * parts.size() / rows)).toList();
    }

    /// Bars as an SVG path in a box that is as wide as there are parts, and 100 high: as high as all students.
    public String path() {
        var path = new StringBuilder();
        for (var at = 0; at < parts.size(); at++)
            path.append('M').append(at).append(" 100V").append(100 - percent(parts.get(at)))
                    .append("h1V100z");
        return path.toString();
    }

    private Stretch stretch(int from, int to) {
        var watched = parts.subList(from, to).stream().mapToDouble(part -> part).average().orElse(0);
        return new Stretch(at(from), at(to), percent(watched));
    }

    private Duration at(int part) {
        return length.multipliedBy(part).dividedBy(Math.max(1, parts.size()));
    }

    private int percent(double watched) {
        return students == 0 ? 0 : (int) Math.round(100 * watched / students);
    }
}
