package org.coursewright.site;

import com.samskivert.mustache.MustacheException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What is wrong with the parts that a school made its own, and which of them can be used.
final class OwnParts {

    static final int MOST_CHARACTERS = 64 << 10;
    private static final Pattern INCLUDED = Pattern.compile("\\{\\{>\\s*([A-Za-z0-9_-]+)\\s*}}");

    private final Map<String, String> texts;

    /// @param texts name to Mustache
    OwnParts(Map<String, String> texts) {
        this.texts = new TreeMap<>(texts);
    }

    /// Those that are good.
    Map<String, String> usable() {
        var good = new TreeMap<String, String>();
        texts.forEach((name, text) -> {
            if (fault(name).isEmpty()) good.put(name, text);
        });
        return Map.copyOf(good);
    }

    /// Why a part cannot be used, for its author.
    Optional<String> fault(String name) {
        var text = texts.getOrDefault(name, "");
        if (text.length() > MOST_CHARACTERS)
            return Optional.of("This part is larger than " + (MOST_CHARACTERS >> 10) + " KB. Split it.");
        try {
            Parts.compile(text);
        } catch (MustacheException broken) {
            return Optional.of("This is no Mustache that we can read: " + broken.getMessage());
        }
        if (reaches(name, name, new HashSet<>()))
            return Optional.of("This part includes itself, directly or through another part.");
        return Optional.empty();
    }

    private boolean reaches(String from, String target, Set<String> seen) {
        var included = INCLUDED.matcher(texts.getOrDefault(from, CoreParts.text(from)));
        while (included.find()) {
            var name = included.group(1);
            if (name.equals(target)) return true;
            if (seen.add(name) && reaches(name, target, seen)) return true;
        }
        return false;
    }
}
