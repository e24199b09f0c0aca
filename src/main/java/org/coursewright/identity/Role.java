package org.coursewright.identity;

import java.util.Locale;

/// What an account may do at a school.
public enum Role {
    OWNER, AUTHOR;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Role of(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }
}
