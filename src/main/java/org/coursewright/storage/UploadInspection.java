package org.coursewright.storage;

import java.util.Optional;

/// Door: looks at the first bytes of a file on its way, so that a wrong one is refused before the rest is sent.
@FunctionalInterface
public interface UploadInspection {

    /// Bytes that are there when it is asked, or the whole file when that is smaller.
    int LENGTH = 1 << 20;

    /// @param name of the file
    /// @param size of the whole file
    /// @param start its first bytes
    /// @return why it is refused, in a sentence for people
    Optional<String> refusal(String name, long size, byte[] start);
}
