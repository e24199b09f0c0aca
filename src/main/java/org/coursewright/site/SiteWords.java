package org.coursewright.site;

import java.util.Map;
import java.util.TreeMap;
import org.coursewright.platform.Messages;

/// Texts of the parts, and numbers in words.
final class SiteWords {

    private static final String BEGIN = "site.part.";

    private final Messages messages;

    SiteWords(Messages messages) {
        this.messages = messages;
    }

    /// `{{t.sign-in}}`: messages that begin with `site.part.`
    Map<String, Object> all() {
        var all = new TreeMap<String, Object>();
        for (var key : Messages.all().keySet())
            if (key.startsWith(BEGIN)) all.put(key.substring(BEGIN.length()), messages.get(key));
        return all;
    }

    String say(String key, Object... arguments) {
        return messages.get("site." + key, arguments);
    }

    String lessons(int count) {
        return say("lessons", count);
    }

    /// `25 min`, `1 h 25 min`.
    String duration(int minutes) {
        if (minutes < 60) return say("minutes", minutes);
        return minutes % 60 == 0 ? say("hours", minutes / 60) : say("hours-minutes", minutes / 60, minutes % 60);
    }
}
