package org.coursewright.content;

import org.coursewright.school.School;

/// Door: hears of a new revision within the transaction that writes it, to begin work that takes time.
@FunctionalInterface
public interface RevisionListener {

    /// @param content all versions of the revision
    void committed(School school, Revision revision, RevisionContent content);
}
