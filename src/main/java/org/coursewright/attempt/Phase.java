package org.coursewright.attempt;

/// Where an attempt stands.
public enum Phase {
    /// Answers count while its time runs.
    OPEN,
    /// Handed in.
    SUBMITTED,
    /// Its time was over.
    EXPIRED,
    /// Does not count, as staff decided.
    VOID
}
