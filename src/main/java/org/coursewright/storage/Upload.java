package org.coursewright.storage;

import java.time.Instant;
import org.coursewright.platform.Hash;

/// A file on its way, as the database knows it.
///
/// @param code names it outside
/// @param size bytes of the whole file
/// @param received bytes that are safe
/// @param hash what the whole file must have
/// @param name of the file, for people and for whoever inspects its first bytes
record Upload(
        long schoolId,
        String code,
        long size,
        long received,
        Hash hash,
        String name,
        String mediaType,
        Instant expiresAt,
        boolean expired,
        boolean finished) {

    /// What it becomes.
    Blob blob() {
        return new Blob(hash, size, mediaType);
    }
}
