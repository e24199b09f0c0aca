package org.coursewright.storage;

import java.io.IOException;

/// There is no room for what should be kept; what was kept before is safe.
public class StorageFull extends IOException {

    StorageFull(IOException cause) {
        super("There is no room left to store files. Nothing was lost: free some space, then try again.", cause);
    }

    /// Tells a full disk from other faults, whatever the operating system calls it.
    public static IOException from(IOException fault) {
        var reason = String.valueOf(fault.getMessage());
        return reason.contains("No space left") || reason.contains("Disk quota") ? new StorageFull(fault) : fault;
    }
}
