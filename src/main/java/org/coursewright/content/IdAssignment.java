package org.coursewright.content;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.coursewright.platform.RandomCode;

/// Who is who: every item gets its stable id. What the author wrote comes first, then `ids.lock`, then what lay at the
/// same path before, then what has vanished and is much alike; what is left is new.
final class IdAssignment {

    private static final int ID_LENGTH = 10;

    private final Map<Item, String> ids = new IdentityHashMap<>();
    private final Map<Item, Version> moved = new IdentityHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final IdsLock lock = new IdsLock();

    private IdAssignment() {}

    /// @param pushed the lock that came with the files
    /// @param known the lock of the revision before
    /// @param head content of the revision before
    static IdAssignment of(Collection<Item> roots, IdsLock pushed, IdsLock known, RevisionContent head) {
        var assignment = new IdAssignment();
        var items = roots.stream().flatMap(Item::withMembers).toList();
        var open = new ArrayList<Item>();
        for (var item : items)
            if (item.id() != null) assignment.give(item, item.id());
        for (var item : items) {
            if (item.id() != null) continue;
            var id = Optional.<String>empty()
                    .or(() -> pushed.find(item.kind(), item.key()).filter(one -> assignment.isFree(item, one)))
                    .or(() -> known.find(item.kind(), item.key()).filter(one -> assignment.isFree(item, one)));
            id.ifPresentOrElse(given -> assignment.give(item, given), () -> open.add(item));
        }
        assignment.match(open, head);
        for (var item : open)
            if (!assignment.ids.containsKey(item)) assignment.give(item, RandomCode.readable(ID_LENGTH));
        for (var item : items)
            if (item.id() == null) assignment.lock.put(item.kind(), item.key(), assignment.id(item));
        return assignment;
    }

    String id(Item item) {
        return Objects.requireNonNull(ids.get(item));
    }

    /// What was recognised by its text, and what it was before.
    Optional<Version> recognised(Item item) {
        return Optional.ofNullable(moved.get(item));
    }

    /// The ids of everything that has none of its own.
    IdsLock lock() {
        return lock;
    }

    private boolean isFree(Item item, String id) {
        return !taken.contains(item.kind() + " " + id);
    }

    private void give(Item item, String id) {
        ids.put(item, id);
        taken.add(item.kind() + " " + id);
    }

    private void match(List<Item> open, RevisionContent head) {
        if (open.isEmpty()) return;
        var vanished = new HashMap<Version, Likeness>();
        for (var version : head.versions())
            if (!taken.contains(version.kind() + " " + version.stableId()))
                vanished.put(version, Likeness.of(version, head));
        if (vanished.isEmpty()) return;
        var pairs = new ArrayList<Pair>();
        for (var item : open) {
            var likeness = Likeness.of(item);
            vanished.forEach((version, before) -> {
                if (!version.kind().equals(item.kind())) return;
                double score = likeness.with(before);
                if (score >= Likeness.ENOUGH) pairs.add(new Pair(item, version, score));
            });
        }
        pairs.sort(Comparator.comparingDouble(Pair::score).reversed().thenComparing(pair -> pair.item().key()));
        for (var pair : pairs) {
            if (ids.containsKey(pair.item()) || !isFree(pair.item(), pair.version().stableId())) continue;
            give(pair.item(), pair.version().stableId());
            moved.put(pair.item(), pair.version());
        }
    }

    private record Pair(Item item, Version version, double score) {}
}
