package org.coursewright.mail;

import java.time.Instant;
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
        Instant createdAt) {}
