package org.coursewright.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.coursewright.content.Version;
import tools.jackson.databind.JsonNode;

/// Reads the front matter of versions.
final class Front {

    private Front() {}

    static String text(JsonNode node, String key) {
        var value = node.get(key);
        return value == null ? "" : value.asString("").strip();
    }

    static String text(Version version, String key) {
        return text(version.front(), key);
    }

    static boolean is(Version version, String key) {
        var value = version.front().get(key);
        return value != null && value.asBoolean(false);
    }

    static int number(Version version, String key, int otherwise) {
        var value = version.front().get(key);
        return value == null ? otherwise : value.asInt(otherwise);
    }

    static List<JsonNode> list(JsonNode node, String key) {
        var all = new ArrayList<JsonNode>();
        Optional.ofNullable(node.get(key)).filter(JsonNode::isArray).ifPresent(list -> list.forEach(all::add));
        return all;
    }

    static List<String> texts(Version version, String key) {
        return list(version.front(), key).stream().map(one -> one.asString("")).toList();
    }

    /// The address of a file that front matter names from the root of its source, which may lie in a folder of the
    /// school; empty where there is none.
    static String file(Version version, String path) {
        if (path.isEmpty()) return "";
        var plain = path.startsWith("/") ? path.substring(1) : path;
        return version.files().entrySet().stream()
                .filter(file -> file.getKey().equals(plain) || file.getKey().endsWith("/" + plain))
                .min(Map.Entry.comparingByKey())
                .map(file -> Addresses.file(file.getKey(), file.getValue()))
                .orElse("");
    }

    /// Maps of the texts of records: `[{question, answer}, …]`.
    static List<TreeMap<String, Object>> records(JsonNode node, String key) {
        return list(node, key).stream().map(one -> {
            var record = new TreeMap<String, Object>();
            one.forEachEntry((name, value) -> record.put(name, value.asString("")));
            return record;
        }).toList();
    }
}
