package org.coursewright.platform;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/// Messages whose keys begin with `island.`, as the JSON that scripts read; without that beginning.
public final class IslandTexts {

    private static final String BEGIN = "island.";
    private static final Map<Wanted, String> KNOWN = new ConcurrentHashMap<>();

    private IslandTexts() {}

    public static String json(Messages messages) {
        return KNOWN.computeIfAbsent(new Wanted(messages, BEGIN), IslandTexts::write);
    }

    /// Those, and the texts of a large island that is on few pages.
    ///
    /// @param family beginning of their keys, which they keep: `runner.`
    static String json(Messages messages, String family) {
        return KNOWN.computeIfAbsent(new Wanted(messages, family), IslandTexts::write);
    }

    private static String write(Wanted wanted) {
        var texts = new TreeMap<String, String>();
        for (var key : Messages.all().keySet()) {
            if (key.startsWith(BEGIN)) texts.put(key.substring(BEGIN.length()), wanted.text(key));
            else if (key.startsWith(wanted.family())) texts.put(key, wanted.text(key));
        }
        return JsonMapper.shared().writeValueAsString(texts).replace("<", "\\u003c");
    }

    private record Wanted(Messages messages, String family) {

        String text(String key) {
            return messages.get(key, "{0}", "{1}", "{2}");
        }
    }
}
