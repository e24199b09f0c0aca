package org.coursewright.content;

import java.time.Instant;

/// A link that shows one whole revision, unpublished, to whoever holds it.
///
/// @param code the label of its host, before `--`
public record Preview(String code, long revisionId, String createdBy, Instant createdAt, Instant expiresAt) {}
