package org.coursewright.content;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.coursewright.platform.Hash;
import tools.jackson.databind.json.JsonMapper;

/// An item that is about to be frozen: who it is, where it lies in the school, what it refers to.
///
/// @param path in the school folder
/// @param files path in the school folder to hash
/// @param members sections with the ids of versions that are frozen already
record Draft(
        Item item,
        long contentId,
        Hash hash,
        String path,
        Map<String, Hash> files,
        Map<String, Long> references,
        List<Version.Section> members) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// The same state makes no second version.
    Hash stateHash() {
        return stateHash(hash, path, item.slug().value(), references, members);
    }

    static Hash stateHash(Version version) {
        return stateHash(
                version.hash(), version.path(), version.slug().value(), version.references(), version.members());
    }

    private static Hash stateHash(
            Hash hash, String path, String slug, Map<String, Long> references, List<Version.Section> members) {
        return Hash.of(
                JSON.writeValueAsString(List.of(hash.hex(), path, slug, new TreeMap<>(references), members)));
    }

    Map<String, Object> row() {
        return Map.ofEntries(
                Map.entry("content_id", contentId),
                Map.entry("hash", hash.hex()),
                Map.entry("state_hash", stateHash().hex()),
                Map.entry("path", path),
                Map.entry("slug", item.slug().value()),
                Map.entry("title", item.title()),
                Map.entry("front", item.front()),
                Map.entry("body", item.body()),
                Map.entry("files", files.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, file -> file.getValue().hex()))),
                Map.entry("refs", references),
                Map.entry("members", members));
    }
}
