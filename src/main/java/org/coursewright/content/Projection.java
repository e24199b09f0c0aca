package org.coursewright.content;

import org.coursewright.school.School;

/// Door: derives rows or pages from what is live. A bean of a module above; those with a lower
/// [org.springframework.core.annotation.Order] are called first.
///
/// Runs within the publishing transaction: when it throws, nothing is published.
@FunctionalInterface
public interface Projection {

    /// @param publicationId the publication that is about to be live
    /// @param content everything that is live with it, of all sources of the school
    void project(School school, long publicationId, RevisionContent content);
}
