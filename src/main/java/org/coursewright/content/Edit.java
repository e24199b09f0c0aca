package org.coursewright.content;

import java.util.SortedMap;

/// Some files of a source, added or put in the place of others; all the rest stays.
///
/// @param source folder of the source within the school, empty = the whole school
/// @param base number of the revision that its author looked at
/// @param files by path relative to the root of the source; their bytes are stored
public record Edit(String source, int base, SortedMap<String, TreeFile> files, String message) {}
