package org.coursewright.backup;

import java.time.Instant;
import org.coursewright.platform.Hash;

/// A file of a backup; its bytes lie in the [Pool].
///
/// @param path where it belongs, from the data folder on
/// @param changed its last change, when it was read
public record BackupFile(String path, long size, Instant changed, String sha256) {

    Hash hash() {
        return new Hash(sha256);
    }
}
