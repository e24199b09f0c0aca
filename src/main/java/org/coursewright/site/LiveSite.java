package org.coursewright.site;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.coursewright.platform.Hash;

/// What lies at the addresses of one school now.
///
/// @param files blobs that everybody may have
/// @param videos that everybody may watch
record LiveSite(Map<String, StoredPage> pages, Set<Hash> files, Set<Hash> videos) {

    Optional<StoredPage> at(String path) {
        return Optional.ofNullable(pages.get(path));
    }
}
