package org.coursewright.platform;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/// Messages whose keys begin with `island.`, as the JSON that scripts read; without that beginning.
public final class IslandTexts {

    private static final String BEGIN = "island.";
    private static final Map<Messages, String> KNOWN = new ConcurrentHashMap<>();

    private IslandTexts() {}

    public static String json(Messages messages) {
        return KNOWN.computeIfAbsent(messages, IslandTexts::write);
    }

    private static String write(Messages messages) {
        var texts = new TreeMap<String, String>();
        for (var key : Messages.all().keySet())
            if (key.startsWith(BEGIN))
                texts.put(key.substring(BEGIN.length()), messages.get(key, "{0}", "{1}", "{2}"));
        return JsonMapper.shared().writeValueAsString(texts).replace("<", "\\u003c");
    }
}
