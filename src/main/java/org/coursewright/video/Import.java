package org.coursewright.video;

import java.time.Duration;
import java.time.Instant;
import org.coursewright.outbound.WebAddress;
import org.jspecify.annotations.Nullable;

/// A video that the server fetches from an address.
///
/// @param code names it in the studio
/// @param name of the file, as far as it is known
/// @param upload code of the upload that it becomes; absent before the first byte
/// @param size bytes of the whole file; 0 until it is known
/// @param received bytes that are safe
/// @param left about how long it still takes, where that can be told
/// @param version what the other server calls this state of the file, for going on later; may be empty
/// @param remark why it failed
/// @param by who asked for it
public record Import(
        String code,
        WebAddress address,
        String name,
        State state,
        @Nullable String upload,
        long size,
        long received,
        @Nullable Duration left,
        String version,
        @Nullable Remark remark,
        String by,
        Instant createdAt) {

    /// Where it stands. One that is done is an upload, and no import any more.
    public enum State {
        WAITING, RUNNING, FAILED
    }

    public boolean failed() {
        return state == State.FAILED;
    }

    public int percent() {
        return size == 0 ? 0 : (int) (100 * received / size);
    }
}
