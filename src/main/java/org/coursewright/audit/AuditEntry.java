package org.coursewright.audit;

import java.time.Instant;
import org.coursewright.platform.Messages;
import org.coursewright.platform.Slug;
import org.jspecify.annotations.Nullable;

/// One thing that somebody did.
///
/// @param school null = it was of the platform
/// @param actor an address, the name of a token, or a program; for people
/// @param detail empty = there is nothing more to say
public record AuditEntry(
        long id, Instant at, @Nullable Slug school, String actor, Deed deed, String subject, String detail) {

    /// What was done, in a sentence that begins with who did it.
    public String text(Messages messages) {
        return messages.get("audit.did." + deed.column(), subject, detail);
    }
}
