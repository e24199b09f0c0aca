package org.coursewright.content;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All versions of a revision, or of everything that is live, in the order of their paths.
public final class RevisionContent {

    static final RevisionContent EMPTY = new RevisionContent(List.of());

    private final List<Version> versions;
    private final Map<Long, Version> byId = new HashMap<>();
    private final Map<Long, Version> byContent = new HashMap<>();

    public RevisionContent(Collection<Version> versions) {
        this.versions = versions.stream().sorted(Comparator.comparing(Version::path)).toList();
        this.versions.forEach(version -> byId.put(version.id(), version));
        this.versions.forEach(version -> byContent.put(version.contentId(), version));
    }

    public List<Version> versions() {
        return versions;
    }

    public List<Version> ofKind(String kind) {
        return versions.stream().filter(version -> version.kind().equals(kind)).toList();
    }

    public Optional<Version> version(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<Version> content(long contentId) {
        return Optional.ofNullable(byContent.get(contentId));
    }

    /// The parts of a section, in order.
    public List<Version> members(Version.Section section) {
        return section.versions().stream().flatMap(id -> version(id).stream()).toList();
    }

    /// All parts of a container, in order.
    public List<Version> members(Version container) {
        return container.members().stream().flatMap(section -> members(section).stream()).toList();
    }
}
