package org.coursewright.question;

import org.coursewright.platform.Hash;

/// Where a browser loads a picture or another file of a question.
@FunctionalInterface
public interface FileAddress {

    /// @param name of the file, without folders; not encoded
    String of(Hash hash, String name);
}
