package org.coursewright.content;

/// Paths in the school folder, for sources that are a part of it.
final class SchoolPath {

    private SchoolPath() {}

    /// @param at where the source stands, empty = it is the whole school
    /// @param path relative to the root of the source
    static String of(String at, String path) {
        return at.isEmpty() ? path : at + "/" + path;
    }
}
