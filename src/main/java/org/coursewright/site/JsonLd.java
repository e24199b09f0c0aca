package org.coursewright.site;

import java.util.Map;
import java.util.TreeMap;
import org.coursewright.content.Version;

/// What search engines read: schema.org as JSON-LD.
final class JsonLd {

    private JsonLd() {}

    static Map<String, Object> course(Version course, String summary) {
        var data = new TreeMap<String, Object>();
        data.put("@context", "https://schema.org");
        data.put("@type", "Course");
        data.put("name", course.title());
        data.put("description", summary.isEmpty() ? course.title() : summary);
        if (!Front.text(course, "level").isEmpty()) data.put("educationalLevel", Front.text(course, "level"));
        if (!Front.texts(course, "outcomes").isEmpty()) data.put("teaches", Front.texts(course, "outcomes"));
        if (!Front.text(course, "access").equals("offers")) data.put("isAccessibleForFree", true);
        return data;
    }
}
