package org.coursewright.content;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// What one state of a source changes against another, in words of content.
final class RevisionChanges {

    private final RevisionContent before;
    private final RevisionContent after;

    RevisionChanges(RevisionContent before, RevisionContent after) {
        this.before = before;
        this.after = after;
    }

    List<Version> removed() {
        return before.versions().stream()
                .filter(version -> after.content(version.contentId()).isEmpty())
                .toList();
    }

    /// @param students by content id
    /// @param corrected content ids of questions with a new key
    RevisionSummary summary(Map<Long, Integer> students, Collection<Long> corrected) {
        var added = new ArrayList<RevisionSummary.Change>();
        var changed = new ArrayList<RevisionSummary.Change>();
        var moved = new ArrayList<RevisionSummary.Change>();
        var keys = new HashSet<>(corrected);
        for (var version : after.versions()) {
            var old = before.content(version.contentId());
            if (old.isEmpty()) added.add(change(version, "", 0));
            else {
                if (!old.get().path().equals(version.path())) moved.add(change(version, old.get().path(), 0));
                if (isChanged(old.get(), version) || keys.contains(version.contentId()))
                    changed.add(change(version, "", 0));
            }
        }
        var removed = removed().stream()
                .map(version -> change(version, "", students.getOrDefault(version.contentId(), 0)))
                .toList();
        return new RevisionSummary(added, changed, removed, moved);
    }

    /// Whether it says something else itself, not only a part of it.
    private boolean isChanged(Version old, Version fresh) {
        if (old.id() == fresh.id()) return false;
        if (old.members().isEmpty() && fresh.members().isEmpty()) return !old.hash().equals(fresh.hash());
        return !old.title().equals(fresh.title())
                || !old.slug().equals(fresh.slug())
                || !old.body().equals(fresh.body())
                || !old.front().equals(fresh.front())
                || !old.files().equals(fresh.files())
                || !outline(before, old).equals(outline(after, fresh));
    }

    private static List<Object> outline(RevisionContent content, Version container) {
        return container.members().stream()
                .map(section -> (Object) List.of(
                        section.title(), content.members(section).stream().map(Version::contentId).toList()))
                .toList();
    }

    private static RevisionSummary.Change change(Version version, String from, int students) {
        return new RevisionSummary.Change(version.kind(), version.path(), version.title(), from, students);
    }
}
