package org.coursewright.mail;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.coursewright.platform.EmailAddress;
import org.jspecify.annotations.Nullable;

/// A mail as the outbox knows it.
///
/// @param schoolId null for mail of the platform
/// @param state waiting, sent or failed
public record SentMail(
        long id,
        @Nullable Long schoolId,
        EmailAddress recipient,
        String subject,
        String plain,
        String state,
        String reason,
        Instant createdAt) {

    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    /// The first address in its text, absent where there is none.
    public Optional<String> link() {
        return LINK.matcher(plain).results().findFirst().map(MatchResult::group);
    }
}
