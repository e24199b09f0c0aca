package org.coursewright.storage;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// Door: tells who sends a file, by a token or a session. Modules above know people.
@FunctionalInterface
public interface UploadAccess {

    /// Absent when the request shows nothing that is good now.
    Optional<Uploader> find(HttpServletRequest request);
}
