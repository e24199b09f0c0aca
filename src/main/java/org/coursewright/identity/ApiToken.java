package org.coursewright.identity;

import java.time.Instant;
import java.util.Set;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;

/// A program that speaks for somebody at one school. Its secret is shown once, when it is made.
///
/// @param owner address of the account it belongs to, or empty
public record ApiToken(
        long id,
        School school,
        String name,
        String owner,
        Set<String> scopes,
        Instant createdAt,
        @Nullable Instant usedAt,
        Instant expiresAt) {

    /// To push, publish and read content.
    public static final String PUSH = "push";

    /// To enrol students.
    public static final String ENROL = "enrol";

    public static final Set<String> SCOPES = Set.of(PUSH, ENROL);

    /// Who it speaks for, for people.
    public String bearer() {
        return owner.isEmpty() ? name : owner;
    }
}
