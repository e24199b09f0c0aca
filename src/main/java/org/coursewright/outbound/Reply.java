package org.coursewright.outbound;

/// What came of asking an address.
public sealed interface Reply {

    /// Somebody answered, be it with an error; the caller closes it.
    record Answered(Answer answer) implements Reply {}

    record Failed(Fault fault) implements Reply {}
}
