package org.coursewright.identity;

import org.jspecify.annotations.Nullable;

/// Where somebody goes after the sign-in: a path of the same host, never another site.
final class Next {

    private Next() {}

    static String safe(@Nullable String wanted, String otherwise) {
        if (wanted == null || !wanted.startsWith("/") || wanted.length() > 500) return otherwise;
        if (wanted.startsWith("//") || wanted.contains("\\") || wanted.chars().anyMatch(c -> c < 0x21))
            return otherwise;
        return wanted.startsWith("/sign-in") || wanted.startsWith("/sign-out") ? otherwise : wanted;
    }
}
