package org.coursewright.content;

import java.util.HashMap;
import java.util.regex.Pattern;

/// Ids are unique for each kind in a school, slugs for each kind (of lessons: in their course).
final class Identities {

    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._:-]{0,99}");

    private Identities() {}

    static void check(FolderReading folder) {
        var ids = new HashMap<String, Item>();
        folder.allItems().filter(item -> item.id() != null).forEach(item -> {
            if (!ID.matcher(String.valueOf(item.id())).matches())
                folder.error(
                        item.path(),
                        item.line(),
                        "'" + item.id() + "' cannot be an id: take letters, digits, dots and hyphens, at most 100.");
            var other = ids.putIfAbsent(item.kind() + " " + item.id(), item);
            if (other != null) clash(folder, item, other, "id '" + item.id() + "'", "Ids are never used twice");
        });
        var slugs = new HashMap<String, Item>();
        for (var item : folder.items()) {
            slug(folder, slugs, "", item);
            item.members().forEach(member -> slug(folder, slugs, item.key(), member));
        }
    }

    private static void slug(FolderReading folder, HashMap<String, Item> slugs, String parent, Item item) {
        if (item.kind().equals("question") || item.kind().equals("card")) return;
        var other = slugs.putIfAbsent(item.kind() + " " + parent + " " + item.slug(), item);
        if (other != null)
            clash(folder, item, other, "slug '" + item.slug() + "'", "Give one of them another 'slug:'");
    }

    private static void clash(FolderReading folder, Item item, Item other, String what, String mend) {
        var there = other.path() + ":" + other.line();
        folder.error(item.path(), item.line(), "The " + what + " stands at " + there + " already. " + mend + ".");
    }
}
