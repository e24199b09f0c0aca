package org.coursewright.site;

import org.coursewright.platform.Hash;

/// What lies at an address of a live site.
sealed interface StoredPage {

    /// A page, at a place within a bundle: first its Brotli bytes, then its gzip bytes.
    ///
    /// @param hash of its plain bytes
    /// @param bundle hash of the blob that holds all pages that were new in one publication
    record Page(Hash hash, String mediaType, Hash bundle, long start, int brotli, int gzip) implements StoredPage {}

    /// It stands elsewhere now.
    record Moved(String to) implements StoredPage {}

}
