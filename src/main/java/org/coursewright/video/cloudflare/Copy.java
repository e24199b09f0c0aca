package org.coursewright.video.cloudflare;

import java.net.URI;
import org.coursewright.platform.Hash;

/// A video of ours at Cloudflare.
///
/// @param uid as Cloudflare calls it
/// @param upload where the rest of its bytes goes; empty = all are there
/// @param run the attempt that it was made in
/// @param overdue whether Cloudflare has had it for longer than anybody waits
record Copy(long school, Hash video, String uid, String upload, int run, boolean overdue) {

    boolean sent() {
        return upload.isEmpty();
    }

    URI address() {
        return URI.create(upload);
    }
}
