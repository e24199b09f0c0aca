package org.coursewright.content;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Finds what a reference means among the items of a folder.
public final class References {

    private final Map<String, Item> byPath = new HashMap<>();
    private final Map<String, Item> bySlug = new HashMap<>();

    public References(Collection<Item> roots) {
        roots.forEach(item -> add(item, ""));
    }

    public Optional<Item> find(Item.Reference reference) {
        if (reference.kind().equals(Item.Reference.PATH)) return Optional.ofNullable(byPath.get(reference.name()));
        return Optional.ofNullable(bySlug.get(reference.kind() + " " + reference.name()));
    }

    static void check(FolderReading folder) {
        if (!folder.at().isEmpty()) return; // the rest of the school is on the server
        var references = new References(folder.items());
        folder.allItems()
                .forEach(item -> item.references().stream()
                        .filter(reference -> references.find(reference).isEmpty())
                        .forEach(reference -> folder.error(
                                item.path(),
                                reference.line(),
                                "'" + reference.written() + "' leads nowhere: there is no " + described(reference)
                                        + " in this folder.")));
    }

    private static String described(Item.Reference reference) {
        return reference.kind().equals(Item.Reference.PATH)
                ? "page at " + reference.name()
                : reference.kind() + " '" + reference.name() + "'";
    }

    private void add(Item item, String parent) {
        byPath.putIfAbsent(item.path(), item);
        bySlug.putIfAbsent(item.kind() + " " + parent + item.slug(), item);
        bySlug.putIfAbsent(item.kind() + " " + item.slug(), item);
        if (item.id() != null) {
            bySlug.putIfAbsent(item.kind() + " " + parent + item.id(), item);
            bySlug.putIfAbsent(item.kind() + " " + item.id(), item);
        }
        item.members().forEach(member -> add(member, item.slug() + "/"));
    }
}
