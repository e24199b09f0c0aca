package org.coursewright.content;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// How much two texts have in common: the share of their pairs of neighbouring words, 0 to 1.
record Likeness(String text, Set<Long> pairs) {

    /// From here on two texts count as one that was edited.
    static final double ENOUGH = 0.5;

    static Likeness of(Item item) {
        var text = new StringBuilder(text(item.title(), item.front(), item.body()));
        item.members().forEach(member -> text.append(' ').append(member.title()));
        item.files().values().forEach(hash -> text.append(' ').append(hash));
        return of(text.toString());
    }

    static Likeness of(Version version, RevisionContent content) {
        var text = new StringBuilder(text(version.title(), version.front(), version.body()));
        content.members(version).forEach(member -> text.append(' ').append(member.title()));
        new TreeMap<>(version.files()).values().forEach(hash -> text.append(' ').append(hash));
        return of(text.toString());
    }

    static Likeness of(String text) {
        var words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
        var pairs = new HashSet<Long>();
        for (int i = 0; i < words.length; i++)
            pairs.add((long) words[i].hashCode() << 32 | (i == 0 ? 0 : words[i - 1].hashCode() & 0xffffffffL));
        return new Likeness(text, pairs);
    }

    double with(Likeness other) {
        if (text.equals(other.text)) return 1;
        var smaller = pairs.size() < other.pairs.size() ? pairs : other.pairs;
        var larger = smaller == pairs ? other.pairs : pairs;
        long common = smaller.stream().filter(larger::contains).count();
        return (double) common / (pairs.size() + other.pairs.size() - common);
    }

    private static String text(String title, JsonNode front, String body) {
        var values = new StringBuilder(title);
        front.forEachEntry((key, value) -> {
            if (!key.equals("title") && value.isValueNode()) values.append(' ').append(value.asString());
        });
        return values.append(' ').append(body).toString();
    }
}
