package org.coursewright.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some of what happened, the newest first.
///
/// @param number from 0, the newest page
public record AuditPage(List<AuditEntry> entries, int number, boolean more) {

    public @Nullable String older() {
        return more ? "?page=" + (number + 1) : null;
    }

    public @Nullable String newer() {
        return number > 0 ? "?page=" + (number - 1) : null;
    }
}
