package org.coursewright.credential;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a certificate says; all of it frozen but whether it is valid.
///
/// @param code random, its public address
/// @param name empty until its owner has said which it shall bear
/// @param title of the course
/// @param issuer name of the school
/// @param minutes that the lessons take
/// @param score null where no exam was asked for
/// @param issuedAt null until it bears a name
/// @param ownerGone the student was erased
public record Certificate(
        String code,
        String name,
        String title,
        String issuer,
        List<String> authors,
        int minutes,
        @Nullable Score score,
        Instant earnedAt,
        @Nullable Instant issuedAt,
        @Nullable Revocation revocation,
        boolean ownerGone) {

    /// That it is not valid any more.
    ///
    /// @param reason in the words of an author, for everybody who looks
    public record Revocation(Instant at, String reason) {}

    public Certificate {
        authors = List.copyOf(authors);
    }

    public boolean valid() {
        return issuedAt != null && revocation == null;
    }

    /// The day on it.
    public Instant day() {
        return issuedAt == null ? earnedAt : issuedAt;
    }

    /// Empty where nobody needs the name any more: the certificate is worth nothing, and its owner has left.
    public String shownName() {
        return revocation != null && ownerGone ? "" : name;
    }
}
