package org.coursewright.content;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// `ids.lock`: the ids that the server gave to what has none of its own, a line each: `kind id key`. Sorted, so that
/// two people's additions merge.
public final class IdsLock {

    public static final String PATH = "ids.lock";
    private static final String HEAD = "# Ids of what has none of its own. Written by Coursewright: keep this file.\n";

    private final SortedMap<String, String> ids = new TreeMap<>();

    /// Reads leniently: a line that means nothing is passed over, the server gives a new id.
    public static IdsLock parse(String text) {
        var lock = new IdsLock();
        for (var line : text.split("\\R")) {
            var words = line.strip().split(" ", 3);
            if (line.startsWith("#") || words.length != 3) continue;
            lock.put(words[0], words[2], words[1]);
        }
        return lock;
    }

    public Optional<String> find(String kind, String key) {
        return Optional.ofNullable(ids.get(key + " " + kind));
    }

    public void put(String kind, String key, String id) {
        ids.put(key + " " + kind, id);
    }

    /// `key kind` to id.
    public Map<String, String> all() {
        return Map.copyOf(ids);
    }

    @Override
    public String toString() {
        var text = new StringBuilder(HEAD);
        ids.forEach((keyAndKind, id) -> {
            int space = keyAndKind.lastIndexOf(' ');
            text.append(keyAndKind, space + 1, keyAndKind.length()).append(' ').append(id).append(' ');
            text.append(keyAndKind, 0, space).append('\n');
        });
        return text.toString();
    }
}
