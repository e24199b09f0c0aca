package org.coursewright.monitoring;

/// A service outside that collects errors.
interface ErrorDoor {

    /// Quick, and never fails: what cannot be sent is dropped.
    void report(Fault fault);
}
