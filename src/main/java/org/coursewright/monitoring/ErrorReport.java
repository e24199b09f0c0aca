package org.coursewright.monitoring;

import java.time.Instant;
import java.util.Optional;

/// The same fault, however often it came.
///
/// @param place name of the logger that said it
/// @param detail its last text with the stack trace
/// @param node where it was last
/// @param school slug of the last one, empty where it was none's
/// @param request number that the last person was told, empty outside of requests
/// @param closedAt absent = nobody has looked after it yet; it opens again when it comes back
public record ErrorReport(
        String fingerprint,
        String title,
        String place,
        String detail,
        String node,
        String school,
        String request,
        long count,
        Instant firstAt,
        Instant lastAt,
        Optional<Instant> closedAt) {}
