package org.coursewright.content;

import java.time.Instant;
import org.coursewright.platform.Hash;
import org.jspecify.annotations.Nullable;

/// One state of a source of a school.
///
/// @param sourcePath folder of the source within the school, empty = the whole school
/// @param number counts the revisions of its source
/// @param tree hash of the blob that lists its files
/// @param live whether students see it now
public record Revision(
        long id,
        long sourceId,
        String sourcePath,
        int number,
        @Nullable Long parentId,
        Hash tree,
        String author,
        String message,
        RevisionSummary summary,
        Instant createdAt,
        boolean live) {}
