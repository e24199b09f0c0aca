package org.coursewright.content;

import java.util.List;
import org.coursewright.school.School;

/// Door: how far the things are that a revision needs and that take time, such as videos.
@FunctionalInterface
public interface Readiness {

    List<Part> of(School school, RevisionContent content);

    /// One thing that is made.
    ///
    /// @param path of its file in the school folder
    /// @param percent 0 to 100
    /// @param reason why it failed, or empty
    record Part(String path, State state, int percent, String reason) {}

    /// Where it stands; `READY` = students can use it, even if more follows.
    enum State {
        WAITING, RUNNING, READY, FAILED
    }
}
