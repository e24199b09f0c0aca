package org.coursewright.content;

import java.util.ArrayDeque;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What names of files and folders mean.
public final class Names {

    private static final Pattern NUMBER = Pattern.compile("^\\d+[-_. ]+(?=.)");

    private Names() {}

    /// Numbers order, they are never part of an identity.
    public static String withoutNumber(String name) {
        return NUMBER.matcher(name).replaceFirst("");
    }

    public static String withoutExtension(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    /// A title for what has none: `02-your-first-push` is "Your first push".
    public static String title(String name) {
        var words = withoutNumber(name).replaceAll("[-_]+", " ").strip();
        return words.isEmpty() ? name : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    public static String inside(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    /// `a/b` and `../c` give `a/c`; null where the path leaves the folder.
    public static @Nullable String resolve(String folder, String relative) {
        var parts = new ArrayDeque<String>();
        var whole = relative.startsWith("/") ? relative.substring(1) : folder + "/" + relative;
        for (var part : whole.split("/")) {
            if (part.isEmpty() || part.equals(".")) continue;
            if (!part.equals("..")) parts.addLast(part);
            else if (parts.pollLast() == null) return null;
        }
        return String.join("/", parts);
    }
}
