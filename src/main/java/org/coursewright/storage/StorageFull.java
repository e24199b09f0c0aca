package org.coursewright.storage;

import java.io.IOException;

/// There is no room for what should be kept; what was kept before is safe.
public class StorageFull extends IOException {

    private static final String SENTENCE = "There is no room left on the server. Nothing was lost: free some space, then try again.";

    public StorageFull() {
        super(SENTENCE);
    }

    StorageFull(IOException cause) {
        super(SENTENCE, cause);
    }

    /// Tells a full disk from other faults, whatever the operating system calls it.
    public static IOException from(IOException fault) {
        if (fault instanceof StorageFull) return fault;
        var reason = String.valueOf(fault.getMessage());
        return reason.contains("No space left") || reason.contains("Disk quota") ? new StorageFull(fault) : fault;
    }
}
