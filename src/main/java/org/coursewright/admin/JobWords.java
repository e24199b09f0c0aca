package org.coursewright.admin;

import java.time.Duration;
import java.util.regex.Pattern;
import org.coursewright.platform.Messages;

/// Jobs in words: what kind of work it is, and of what.
public record JobWords(Messages messages) {

    private static final Pattern HASH = Pattern.compile("([0-9a-f]{8})[0-9a-f]{56}");

    /// Its name, or the kind itself where an older or newer version of the program has run it.
    public String name(String kind) {
        var key = "admin.kind." + kind;
        return Messages.all().containsKey(key) ? messages.get(key) : kind;
    }

    /// "245 ms", "8.6 s", "12 min".
    public String took(Duration time) {
        if (time.toMillis() < 1000) return time.toMillis() + " ms";
        if (time.toSeconds() < 120) return "%.1f s".formatted(time.toMillis() / 1000.0);
        return time.toMinutes() + " min";
    }

    /// Hashes are cut to what tells them apart.
    public String key(String key) {
        if (key.equals("recurring")) return messages.get("admin.jobs.recurring");
        return HASH.matcher(key).replaceAll("$1…");
    }
}
