package org.coursewright.storage;

import org.coursewright.platform.Hash;
import org.coursewright.school.School;

/// A file of a school, known by its hash.
///
/// @param size bytes
public record Blob(Hash hash, long size, String mediaType) {

    /// Its key in the storage.
    public static String key(School school, Hash hash) {
        return key(school.id(), hash);
    }

    static String key(long school, Hash hash) {
        return school + "/blob/" + hash.hex().substring(0, 2) + "/" + hash.hex();
    }
}
