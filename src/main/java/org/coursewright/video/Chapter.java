package org.coursewright.video;

import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.json.JsonMapper;

/// A part of a video with a name; it goes on to the next one.
public record Chapter(Duration at, String title) {

    private static final JsonMapper JSON = JsonMapper.shared();

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
