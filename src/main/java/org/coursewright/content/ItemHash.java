package org.coursewright.content;

import java.util.ArrayList;
import org.coursewright.platform.Hash;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The hash that makes a version: canonical front matter, body, the hash of every file, the hashes of the parts.
/// A question's key, explanation and references are not in it.
public final class ItemHash {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ItemHash() {}

    public static Hash of(Item item) {
        var whole = JSON.createObjectNode();
        whole.put("kind", item.kind());
        whole.put("title", item.title());
        whole.put("slug", item.slug().value());
        whole.set("front", canonical(item.front()));
        whole.put("body", item.body());
        var files = whole.putObject("files");
        item.files().forEach((path, hash) -> files.put(path, hash.hex()));
        var sections = whole.putArray("sections");
        for (var section : item.sections()) {
            var one = sections.addObject();
            one.put("title", section.title());
            var parts = one.putArray("parts");
            section.items().forEach(part -> parts.add(of(part).hex()));
        }
        return Hash.of(JSON.writeValueAsString(whole));
    }

    /// Of a question's sealed part.
    public static Hash ofSealed(JsonNode sealed) {
        return Hash.of(JSON.writeValueAsString(canonical(sealed)));
    }

    /// The same values in one order of keys.
    static JsonNode canonical(JsonNode node) {
        if (node.isArray()) {
            var sorted = JSON.createArrayNode();
            node.forEach(one -> sorted.add(canonical(one)));
            return sorted;
        }
        if (!(node instanceof ObjectNode object)) return node;
        var names = new ArrayList<String>(object.propertyNames());
        names.sort(null);
        var sorted = JSON.createObjectNode();
        names.forEach(name -> sorted.set(name, canonical(object.get(name))));
        return sorted;
    }
}
