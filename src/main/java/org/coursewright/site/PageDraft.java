package org.coursewright.site;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/// A page before it is rendered: cheap to make for all pages, so that only those that changed are rendered.
///
/// @param path its address
/// @param part that shows it
/// @param data for the part, plain maps
/// @param late what is dear to make, such as an article's HTML; `lateKey` changes whenever it would
/// @param structured JSON-LD, empty where there is none
/// @param listed whether search engines shall know it
record PageDraft(
        String path,
        String title,
        String description,
        String part,
        Map<String, Object> data,
        String lateKey,
        Supplier<Map<String, Object>> late,
        Map<String, Object> structured,
        boolean listed) {

    static PageDraft of(String path, String title, String description, String part, Map<String, Object> data) {
        return new PageDraft(path, title, description, part, data, "", Map::of, Map.of(), true);
    }

    PageDraft later(String key, Supplier<Map<String, Object>> made) {
        return new PageDraft(path, title, description, part, data, key, made, structured, listed);
    }

    PageDraft describedBy(Map<String, Object> linkedData) {
        return new PageDraft(path, title, description, part, data, lateKey, late, linkedData, listed);
    }

    PageDraft unlisted() {
        return new PageDraft(path, title, description, part, data, lateKey, late, structured, false);
    }

    /// What it is made from: the same text gives the same page.
    String input() {
        return String.join("\n", path, title, description, part, lateKey, JsonMapper.shared().writeValueAsString(data),
                JsonMapper.shared().writeValueAsString(structured));
    }

    Map<String, Object> wholeData() {
        var whole = new HashMap<>(data);
        whole.putAll(late.get());
        return whole;
    }
}
