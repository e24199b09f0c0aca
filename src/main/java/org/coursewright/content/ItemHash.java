package org.coursewright.content;

import org.coursewright.platform.Hash;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
        whole.set("front", Canonical.sorted(item.front()));
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
        return Hash.of(JSON.writeValueAsString(Canonical.sorted(sealed)));
    }
}
