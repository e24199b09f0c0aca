package org.coursewright.content;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What the heads of a school's other sources have, so that one source may refer to another, and no id is used twice.
final class OtherSources {

    private final Map<String, Version> byName = new HashMap<>();
    private final Map<String, Version> byPath = new HashMap<>();
    private final RevisionContent content;

    OtherSources(RevisionContent content) {
        this.content = content;
        for (var version : content.versions()) {
            byPath.putIfAbsent(version.path(), version);
            byName.putIfAbsent(version.kind() + " " + version.slug(), version);
            byName.putIfAbsent(version.kind() + " " + version.stableId(), version);
            for (var member : content.members(version))
                byName.putIfAbsent(member.kind() + " " + version.slug() + "/" + member.slug(), member);
        }
    }

    Optional<Version> content(long contentId) {
        return content.content(contentId);
    }

    /// @param at where the source stands whose file has the reference
    Optional<Version> find(Item.Reference reference, String at) {
        return Optional.ofNullable(reference.kind().equals(Item.Reference.PATH)
                ? byPath.get(SchoolPath.of(at, reference.name()))
                : byName.get(reference.kind() + " " + reference.name()));
    }
}
