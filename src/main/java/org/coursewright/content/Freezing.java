package org.coursewright.content;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.coursewright.platform.Hash;
import org.coursewright.school.School;

/// Turns the items of one push into versions, from the innermost parts outwards.
final class Freezing {

    private final School school;
    private final String at;
    private final List<Item> roots;
    private final OtherSources others;
    private final FrozenContent rows;
    private final Map<Item, Long> contentIds = new IdentityHashMap<>();
    private final Map<Item, Long> versionIds = new IdentityHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    Freezing(School school, String at, List<Item> roots, OtherSources others, FrozenContent rows) {
        this.school = school;
        this.at = at;
        this.roots = roots;
        this.others = others;
        this.rows = rows;
    }

    /// Gives every item its row in `content`; finds ids that another source uses.
    void identify(IdAssignment ids) {
        var identities = new IdentityHashMap<Item, FrozenContent.Identity>();
        roots.stream()
                .flatMap(Item::withMembers)
                .forEach(item -> identities.put(item, new FrozenContent.Identity(item.kind(), ids.id(item))));
        var known = rows.contents(school, identities.values());
        identities.forEach((item, identity) -> contentIds.put(item, Objects.requireNonNull(known.get(identity))));
        identities.forEach((item, identity) -> others.content(contentId(item)).ifPresent(other -> findings.add(
                new Finding(item.path(), item.line(), Finding.Level.ERROR, "The id '" + identity.stableId()
                        + "' belongs to " + other.path() + " of this school already. Give it another 'id:'."))));
    }

    /// Writes a version of every item that is not frozen in this state yet.
    ///
    /// @param head content of the revision before: its versions need no statement
    void freeze(RevisionContent head) {
        var references = new References(roots);
        for (var level : levels().reversed()) {
            var fresh = new IdentityHashMap<Item, Draft>();
            for (var item : level) {
                var draft = draft(item, references);
                var before = head.content(draft.contentId());
                if (before.isPresent() && Draft.stateHash(before.get()).equals(draft.stateHash()))
                    versionIds.put(item, before.get().id());
                else
                    fresh.put(item, draft);
            }
            var written = rows.versions(school, fresh.values());
            fresh.forEach((item, draft) -> versionIds.put(
                    item, Objects.requireNonNull(written.get(draft.contentId()))));
        }
    }

    /// What could not be: unknown references, ids of others.
    List<Finding> findings() {
        return findings.stream().sorted().toList();
    }

    long contentId(Item item) {
        return Objects.requireNonNull(contentIds.get(item));
    }

    long versionId(Item item) {
        return Objects.requireNonNull(versionIds.get(item));
    }

    /// The versions at the top, in the order of the folder.
    List<Long> containers() {
        return roots.stream().map(this::versionId).toList();
    }

    /// The sealed parts of questions.
    List<FrozenContent.Key> keys() {
        var keys = new ArrayList<FrozenContent.Key>();
        roots.stream().flatMap(Item::withMembers).forEach(item -> {
            if (item.sealed() != null)
                keys.add(new FrozenContent.Key(
                        versionId(item), ItemHash.ofSealed(item.sealed()), item.sealed().toString()));
        });
        return keys;
    }

    private List<List<Item>> levels() {
        var levels = new ArrayList<List<Item>>();
        for (var level = roots; !level.isEmpty(); level = level.stream().flatMap(Item::members).toList())
            levels.add(level);
        return levels;
    }

    private Draft draft(Item item, References references) {
        var files = new TreeMap<String, Hash>();
        item.files().forEach((path, hash) -> files.put(SchoolPath.of(at, path), hash));
        return new Draft(
                item,
                contentId(item),
                ItemHash.of(item),
                SchoolPath.of(at, item.path()),
                files,
                targets(item, references),
                item.sections().stream()
                        .map(section -> new Version.Section(
                                section.title(), section.items().stream().map(this::versionId).toList()))
                        .toList());
    }

    private Map<String, Long> targets(Item item, References references) {
        var targets = new LinkedHashMap<String, Long>();
        for (var reference : item.references()) {
            var here = references.find(reference);
            var there = others.find(reference, at);
            if (here.isPresent()) targets.put(reference.key(), contentId(here.get()));
            else if (there.isPresent()) targets.put(reference.key(), there.get().contentId());
            else
                findings.add(new Finding(
                        item.path(), reference.line(), Finding.Level.ERROR, "'" + reference.written()
                                + "' leads nowhere: neither this folder nor the rest of the school has it."));
        }
        return targets;
    }
}
