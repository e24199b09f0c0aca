package org.coursewright.content;

import org.coursewright.platform.Hash;

/// A file of a source as it is sent and kept: by its hash.
public record TreeFile(String sha256, long size) {

    public TreeFile {
        if (!Hash.isValid(sha256)) throw new IllegalArgumentException("not a SHA-256: " + sha256);
        if (size < 0) throw new IllegalArgumentException("a size below zero: " + size);
    }

    public TreeFile(Hash hash, long size) {
        this(hash.hex(), size);
    }

    public Hash hash() {
        return new Hash(sha256);
    }
}
