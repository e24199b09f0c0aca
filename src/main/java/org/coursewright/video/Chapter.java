package org.coursewright.video;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.databind.json.JsonMapper;

/// A part of a video with a name; it goes on to the next one.
public record Chapter(Duration at, String title) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern LINE = Pattern.compile("([\\d:.]+)[\\s–—-]+(\\S.*)");
    private static final Pattern TIME = Pattern
            .compile("(?:(\\d{1,3}):)?(\\d{1,3}):([0-5]\\d)(?:\\.(\\d{1,3}))?");

    /// Reads `0:42 Policies` or `1:02:07 - Roles`.
    ///
    /// @return empty where it does not begin with a time, or has no title
    public static Optional<Chapter> read(String line) {
        var match = LINE.matcher(line.strip());
        if (!match.matches()) return Optional.empty();
        return time(match.group(1)).map(at -> new Chapter(at, match.group(2)));
    }

    /// Reads `0:42`, `1:02:07` or `0:42.5`.
    public static Optional<Duration> time(String written) {
        var match = TIME.matcher(written);
        if (!match.matches()) return Optional.empty();
        var hours = match.group(1) == null ? 0 : Long.parseLong(match.group(1));
        var millis = match.group(4) == null ? 0 : Long.parseLong((match.group(4) + "00").substring(0, 3));
        var seconds = (hours * 60 + Long.parseLong(match.group(2))) * 60 + Long.parseLong(match.group(3));
        return Optional.of(Duration.ofMillis(seconds * 1000 + millis));
    }

    /// `0:42`, `1:02:07`.
    public String clock() {
        return VideoWords.clock(at.truncatedTo(ChronoUnit.SECONDS));
    }

    /// For addresses and scripts: `42`, `42.5`.
    public String seconds() {
        var millis = at.toMillis();
        return millis % 1000 == 0 ? "" + millis / 1000 : "" + millis / 1000.0;
    }

    /// As an author writes it, so that [#read] understands it.
    public String line() {
        var millis = at.toMillis() % 1000;
        return clock() + (millis == 0 ? "" : String.format(".%03d", millis)) + " " + title;
    }

    /// `[{"millis": 42000, "title": "Policies"}]`
    static String json(List<Chapter> chapters) {
        var all = JSON.createArrayNode();
        for (var chapter : chapters)
            all.addObject().put("millis", chapter.at().toMillis()).put("title", chapter.title());
        return all.toString();
    }

    static List<Chapter> of(String json) {
        return StreamSupport.stream(JSON.readTree(json).spliterator(), false)
                .map(each -> new Chapter(Duration.ofMillis(each.path("millis").asLong()),
                        each.path("title").asString("")))
                .toList();
    }
}
