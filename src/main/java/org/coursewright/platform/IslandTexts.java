package org.coursewright.platform;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/// Messages as the JSON that scripts read. What each page may need begins with `island.`, which is left out there; the
/// texts of an island that is on few pages begin with a family of their own, and stand beside it.
public final class IslandTexts {

    private static final String EVERYWHERE = "island.";
    private static final Map<Wanted, String> KNOWN = new ConcurrentHashMap<>();

    private IslandTexts() {}

    /// What each page may need, and these families.
    ///
    /// @param families beginnings of keys, which they keep: `player.`
    public static String json(Messages messages, String... families) {
        return KNOWN.computeIfAbsent(new Wanted(messages, true, List.of(families)), IslandTexts::write);
    }

    /// One family alone.
    static String family(Messages messages, String family) {
        return KNOWN.computeIfAbsent(new Wanted(messages, false, List.of(family)), IslandTexts::write);
    }

    private static String write(Wanted wanted) {
        var texts = new TreeMap<String, String>();
        for (var key : Messages.all().keySet()) {
            if (wanted.everywhere() && key.startsWith(EVERYWHERE))
                texts.put(key.substring(EVERYWHERE.length()), wanted.text(key));
            else if (wanted.families().stream().anyMatch(key::startsWith)) texts.put(key, wanted.text(key));
        }
        return JsonMapper.shared().writeValueAsString(texts).replace("<", "\\u003c");
    }

    private record Wanted(Messages messages, boolean everywhere, List<String> families) {

        String text(String key) {
            return messages.get(key, "{0}", "{1}", "{2}");
        }
    }
}
