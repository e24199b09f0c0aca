package org.coursewright.job;

/// A kind of work.
///
/// @param arguments a record, kept as JSON: a new component needs a default, since old rows lack it
/// @param attempts how often it is tried before it counts as failed, at least 1
public record JobKind<T>(String name, Class<T> arguments, Lane lane, int attempts) {

    public JobKind {
        if (attempts < 1) throw new IllegalArgumentException("attempts: " + attempts);
    }
}
