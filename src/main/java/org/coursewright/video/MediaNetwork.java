package org.coursewright.video;

import java.time.Instant;

/// A network that keeps media near the viewers and lets through only what we signed. It fetches from the bucket; playlists
/// and keys never go through it.
interface MediaNetwork {

    /// The address of a stored object, good until then.
    ///
    /// @param folder key of the folder in the storage, without a slash at its end
    String address(String folder, String file, Instant until);
}
