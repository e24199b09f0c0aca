package org.coursewright.storage;

import java.util.regex.Pattern;

/// What a key may be, in every storage: a path that leads nowhere else.
final class StorageKey {

    private static final String WORD = "[A-Za-z0-9_-][A-Za-z0-9._-]*";
    private static final Pattern PATH = Pattern.compile(WORD + "(/" + WORD + ")*");
    private static final Pattern NAME = Pattern.compile(WORD);

    private StorageKey() {}

    static boolean isOne(String key) {
        return PATH.matcher(key).matches();
    }

    /// @throws IllegalArgumentException when it is none
    static String checked(String key) {
        if (!isOne(key)) throw new IllegalArgumentException("not a key: " + key);
        return key;
    }

    /// The key that a prefix names, with or without a `/` at its end.
    static String folder(String prefix) {
        return checked(prefix.replaceAll("/+$", ""));
    }

    /// The name of an object in the making.
    static String name(String name) {
        if (!NAME.matcher(name).matches()) throw new IllegalArgumentException("not a name: " + name);
        return name;
    }
}
