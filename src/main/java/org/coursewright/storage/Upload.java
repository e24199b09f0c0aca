package org.coursewright.storage;

import java.time.Instant;
import java.util.Optional;
import org.coursewright.platform.Hash;
import org.jspecify.annotations.Nullable;

/// A file on its way, as the database knows it.
///
/// @param code names it outside
/// @param size bytes of the whole file
/// @param received bytes that are safe
/// @param hash what the whole file must have; absent until it is whole where the sender could not tell
/// @param name of the file, for people and for whoever inspects its first bytes
record Upload(
        long schoolId,
        String code,
        long size,
        long received,
        @Nullable Hash hash,
        String name,
        String mediaType,
        Instant expiresAt,
        boolean expired,
        boolean finished) {

    /// What it becomes.
    Optional<Blob> blob() {
        return Optional.ofNullable(hash).map(known -> new Blob(known, size, mediaType));
    }
}
