package org.coursewright.storage;

/// A part of an object, or all of it.
///
/// @param key below the prefix of the bucket
/// @param size of the whole object
record S3Piece(String key, long from, long length, long size) {

    boolean whole() {
        return from == 0 && length == size;
    }
}
