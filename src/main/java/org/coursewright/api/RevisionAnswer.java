package org.coursewright.api;

import java.time.Instant;
import java.util.List;
import org.coursewright.content.Readiness;
import org.coursewright.content.Revision;
import org.coursewright.content.RevisionSummary;

/// A revision over the wire.
///
/// @param address of the school
/// @param parts what it needs and takes time to make, such as videos
public record RevisionAnswer(
        String source,
        int number,
        String author,
        String message,
        Instant createdAt,
        boolean live,
        RevisionSummary summary,
        String address,
        List<Readiness.Part> parts) {

    static RevisionAnswer of(Revision revision, String address, List<Readiness.Part> parts) {
        return new RevisionAnswer(
                revision.sourcePath(),
                revision.number(),
                revision.author(),
                revision.message(),
                revision.createdAt(),
                revision.live(),
                revision.summary(),
                address,
                parts);
    }
}
